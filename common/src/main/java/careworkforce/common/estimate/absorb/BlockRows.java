package careworkforce.common.estimate.absorb;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A model's rows in one block, arranged by the eliminated effect.
 *
 * @param starts first row of each group, and the number of rows at the end
 * @param index column of the reduced system, one array for each effect that is not eliminated
 * @param outcome left side, one a row
 * @param regressors right side, one array a column
 * @param weights all positive, or null for 1
 * @param offset or null for 0
 * @param slopes of the effects
 */
public record BlockRows(
    int[] starts,
    int[][] index,
    double[] outcome,
    double[][] regressors,
    double @Nullable [] weights,
    double @Nullable [] offset,
    VaryingSlopes slopes) {

  /** Rows of plain effects. */
  public BlockRows(
      int[] starts,
      int[][] index,
      double[] outcome,
      double[][] regressors,
      double @Nullable [] weights,
      double @Nullable [] offset) {
    this(starts, index, outcome, regressors, weights, offset, VaryingSlopes.NONE);
  }

  /**
   * Reads a block's rows from the form in which it is kept.
   *
   * @param <B> a block as it is kept
   */
  @FunctionalInterface
  public interface Reader<B> extends Serializable {
    /** The rows of a block. */
    BlockRows read(B block);

    /** Opens blocks for least squares: the outcome less the offset, then the regressors. */
    default OpenRows.Opener<B> linear() {
      return block -> read(block).linear();
    }
  }

  /** Number of rows. */
  public int size() {
    return starts[starts.length - 1];
  }

  /** Weight of a row. */
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /** Offset of a row. */
  public double offset(int row) {
    return offset == null ? 0 : offset[row];
  }

  private OpenRows linear() {
    double[][] columns = new double[regressors.length + 1][];
    System.arraycopy(regressors, 0, columns, 1, regressors.length);
    columns[0] = outcome;
    if (offset != null) {
      columns[0] = outcome.clone();
      for (int i = 0; i < offset.length; i++) {
        columns[0][i] -= offset[i];
      }
    }
    return new OpenRows(starts, index, columns, weights, new double[0], slopes);
  }
}
