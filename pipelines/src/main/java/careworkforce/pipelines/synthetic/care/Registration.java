package careworkforce.pipelines.synthetic.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registration of a home with CQC. Most of those that end are the same home under a new legal
 * entity.
 *
 * @param end de-registration; null while it lasts
 * @param predecessor location id that this one continues
 * @param successor location id that continues this one
 * @param primary for the second of two at the same time: the location that counts
 */
public record Registration(
    String locationId,
    String providerId,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable String predecessor,
    @Nullable String successor,
    @Nullable String primary,
    boolean dual) {

  /** Whether registered on a day. */
  public boolean active(LocalDate day) {
    return !start.isAfter(day) && (end == null || end.isAfter(day));
  }
}
