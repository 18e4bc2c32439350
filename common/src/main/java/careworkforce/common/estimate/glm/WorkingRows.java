package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.BlockRows;
import careworkforce.common.estimate.absorb.OpenRows;

/** A block of a Poisson model opened at given slopes and effects: working residuals and weights. */
final class WorkingRows {
  private static final double LEAST_MEAN = 1e-200;

  private WorkingRows() {}

  /**
   * Opens blocks; the columns are the working residual and the regressors, and the extras the sums
   * of w (y eta - mu), of w (y log y - y) and of w log y!.
   */
  static <B> OpenRows.Opener<B> opener(
      BlockRows.Reader<B> reader, double[] slopes, double[] effects) {
    return block -> open(reader.read(block), slopes, effects);
  }

  private static OpenRows open(BlockRows rows, double[] slopes, double[] effects) {
    double[] eta = ConcentratedPoisson.predictors(rows, slopes, effects);
    double[] working = new double[eta.length];
    double[] residual = new double[eta.length];
    double[] extras = new double[3];
    for (int i = 0; i < eta.length; i++) {
      double y = rows.outcome()[i];
      double w = rows.weight(i);
      double mean = Math.max(Math.exp(eta[i]), LEAST_MEAN);
      working[i] = w * mean;
      residual[i] = (y - mean) / mean;
      extras[0] += w * ((y > 0 ? y * eta[i] : 0) - mean);
      extras[1] += w * (LogFactorials.entropy(y) - y);
      extras[2] += w * LogFactorials.of(y);
    }
    double[][] columns = new double[slopes.length + 1][];
    columns[0] = residual;
    System.arraycopy(rows.regressors(), 0, columns, 1, slopes.length);
    return new OpenRows(rows.starts(), rows.index(), columns, working, extras);
  }
}
