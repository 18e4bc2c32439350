package careworkforce.common.estimate.data;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model needs from the data beside its formula.
 *
 * @param weights column of analytic weights, or null
 * @param offset column added to the linear predictor with coefficient 1, or null
 * @param clusters columns (or {@code a^b}) whose levels are kept for the variance
 * @param numbers columns whose numbers are kept for the variance, such as coordinates or times
 * @param dropSingletons whether rows alone in an absorbed level are dropped, again and again
 * @param unit column of panel units for lags, or null
 * @param time column of whole-numbered times for lags, or null
 */
public record DesignOptions(
    @Nullable String weights,
    @Nullable String offset,
    List<String> clusters,
    List<String> numbers,
    boolean dropSingletons,
    @Nullable String unit,
    @Nullable String time)
    implements Serializable {

  /** No weights, offset, clusters or panel; singletons dropped. */
  public static DesignOptions plain() {
    return new DesignOptions(null, null, List.of(), List.of(), true, null, null);
  }
}
