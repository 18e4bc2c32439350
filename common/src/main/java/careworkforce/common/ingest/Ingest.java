package careworkforce.common.ingest;

import careworkforce.common.job.Job;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A job that takes delivered files into a bronze table. It only declares: where the files are, and
 * in which layouts they come. {@link Ingestion} does the rest.
 *
 * <pre>{@code
 * @AutoService(Job.class)
 * public final class SicknessAbsenceIngest implements Ingest {
 *   public DeliveredTable writes() { return SicknessAbsence.TABLE; }
 *   public String folder() { return "sickness_absence"; }
 *   public List<Layout> layouts() { return List.of(SicknessAbsenceLayouts.MONTHLY); }
 * }
 * }</pre>
 */
public interface Ingest extends Job {
  @Override
  DeliveredTable writes();

  /** The folder below {@code sources.path} in which the files are delivered. */
  String folder();

  /**
   * The layouts the files have had. A file is read by the first whose name pattern matches and
   * which holds for the file's period.
   */
  List<Layout> layouts();

  @Override
  default String source() {
    return "files in `"
        + folder()
        + "/` named "
        + layouts().stream()
            .map(layout -> "`" + layout.namesShown() + "`")
            .distinct()
            .collect(Collectors.joining(" or "));
  }
}
