package careworkforce.common.estimate.absorb;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A block's rows opened for one pass.
 *
 * @param starts first row of each group of the eliminated effect, and the number of rows at the end
 * @param index column of the reduced system, one array for each effect that is not eliminated
 * @param columns to be residualised, one value a row
 * @param weights non-negative, one a row, or null for 1
 * @param extras further numbers of the block, summed over blocks beside the rest
 * @param slopes of the effects
 */
public record OpenRows(
    int[] starts,
    int[][] index,
    double[][] columns,
    double @Nullable [] weights,
    double[] extras,
    VaryingSlopes slopes) {

  /** Rows of plain effects. */
  public OpenRows(
      int[] starts,
      int[][] index,
      double[][] columns,
      double @Nullable [] weights,
      double[] extras) {
    this(starts, index, columns, weights, extras, VaryingSlopes.NONE);
  }

  /**
   * Opens blocks: how they are kept and what a pass makes of them, such as a working outcome.
   *
   * @param <B> a block as it is kept
   */
  @FunctionalInterface
  public interface Opener<B> extends Serializable {
    /** The rows of a block. */
    OpenRows open(B block);
  }

  /** Weight of a row. */
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  Layout layout(int columnsOfReduced) {
    return new Layout(starts, index, columnsOfReduced, slopes);
  }
}
