package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.BlockRows;
import careworkforce.common.estimate.absorb.OpenRows;

/** A block opened at given slopes and effects: working residuals and weights of a likelihood. */
final class WorkingRows {
  private static final double LEAST_MEAN = 1e-200;

  private final Response response;
  private final BlockRows rows;
  private final double[] working;
  private final double[] residual;
  private final double[] extras = new double[5];

  private WorkingRows(Response response, BlockRows rows) {
    this.response = response;
    this.rows = rows;
    this.working = new double[rows.size()];
    this.residual = new double[rows.size()];
  }

  /**
   * Opens blocks; the columns are the working residual and the regressors, and the extras the sums
   * whose first less the third is the log likelihood and whose second less the first half the
   * deviance, the number of rows whose outcome is not certain, and that of rows whose outcome is
   * nearly so. For Poisson the three are the sums of w (y eta - mu), of w (y log y - y) and of w
   * log y!; for binary outcomes the last two are nothing.
   */
  static <B> OpenRows.Opener<B> opener(
      Response response, BlockRows.Reader<B> reader, double[] slopes, double[] effects) {
    return block -> new WorkingRows(response, reader.read(block)).open(slopes, effects);
  }

  private OpenRows open(double[] slopes, double[] effects) {
    double[] eta = ConcentratedLikelihood.predictors(response, rows, slopes, effects);
    for (int i = 0; i < eta.length; i++) {
      if (response.binary()) {
        binary(i, response.within(eta[i]));
      } else {
        poisson(i, eta[i]);
      }
    }
    double[][] columns = new double[slopes.length + 1][];
    columns[0] = residual;
    System.arraycopy(rows.regressors(), 0, columns, 1, slopes.length);
    return new OpenRows(rows.starts(), rows.index(), columns, working, extras);
  }

  private void poisson(int i, double eta) {
    double y = rows.outcome()[i];
    double w = rows.weight(i);
    double mean = Math.max(Math.exp(eta), LEAST_MEAN);
    working[i] = w * mean;
    residual[i] = (y - mean) / mean;
    extras[0] += w * ((y > 0 ? y * eta : 0) - mean);
    extras[1] += w * (LogFactorials.entropy(y) - y);
    extras[2] += w * LogFactorials.of(y);
    extras[3]++;
  }

  private void binary(int i, double eta) {
    double y = rows.outcome()[i];
    double w = rows.weight(i);
    double mean = response.mean(eta);
    double slope = response.slope(eta);
    working[i] = w * slope * slope / response.variance(mean);
    residual[i] = (y - mean) / slope;
    extras[0] += w * response.logLikelihood(y, mean);
    extras[3] += Response.certain(mean) ? 0 : 1;
    extras[4] += Separation.near(y, mean) ? 1 : 0;
  }
}
