package careworkforce.common.estimate.data;

import careworkforce.common.estimate.absorb.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model's columns over the rows it uses, arranged by the largest absorbed effect.
 *
 * @param outcome left side
 * @param intercept whether a constant is wanted
 * @param exogenous regressors that are not instrumented, constant not among them
 * @param endogenous instrumented regressors
 * @param instruments excluded instruments
 * @param effects absorbed effects, levels dense
 * @param weights analytic weights, all positive, or null
 * @param offset offset, or null
 * @param clusters levels kept for the variance, by name
 * @param numbers numbers kept for the variance, by name
 * @param rows the frame's row behind each row here
 * @param rowsGiven rows of the frame
 * @param dropped rows dropped, by reason, singletons not among them
 * @param singletons rows dropped for being alone in an absorbed level
 * @param cells what stands behind each row, or null where a row is a row of the data
 */
public record Design(
    NamedColumn outcome,
    boolean intercept,
    List<NamedColumn> exogenous,
    List<NamedColumn> endogenous,
    List<NamedColumn> instruments,
    List<Effect> effects,
    double @Nullable [] weights,
    double @Nullable [] offset,
    Map<String, Levels> clusters,
    Map<String, double[]> numbers,
    int[] rows,
    int rowsGiven,
    Map<String, Integer> dropped,
    int singletons,
    @Nullable Cells cells) {

  /** Number of rows here. */
  public int size() {
    return rows.length;
  }

  /** What the rows used weigh together: their number where they have no weights. */
  public double weight() {
    return weights == null ? observations() : Arrays.stream(weights).sum();
  }

  /** Number of rows of the data used: N. */
  public int observations() {
    return cells == null ? rows.length : cells.total();
  }
}
