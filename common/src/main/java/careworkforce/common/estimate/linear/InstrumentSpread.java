package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.ClusterSums;

/**
 * What draws of an instrumented model are made of, all columns net of exogenous regressors and
 * effects.
 *
 * @param estimate of the one instrumented regressor
 * @param spread for each instrument and for each of residual, regressor and instruments: the
 *     product of the first within cluster g and of what is left of the second where it is nought
 *     outside cluster h
 * @param own for each instrument and instrument, their product within each cluster
 * @param stage the first stage under a null value
 */
record InstrumentSpread(
    double estimate, double[][][][] spread, double[][][] own, FirstStageNull stage) {

  /** That of a model. */
  static InstrumentSpread of(Prepared prepared, Levels clusters, double estimate) {
    LeastSquares exogenous = LeastSquares.of(Prepared.values(prepared.exogenous));
    double[][] z = exogenous.residuals(Prepared.values(prepared.instruments));
    double[] d = exogenous.residuals(Prepared.values(prepared.endogenous))[0];
    double[] e = exogenous.residuals(new double[][] {prepared.outcome})[0];
    for (int i = 0; i < e.length; i++) {
      e[i] -= estimate * d[i];
    }
    double[][] right = new double[2 + z.length][];
    right[0] = e;
    right[1] = d;
    System.arraycopy(z, 0, right, 2, z.length);
    ClusterCrossings crossings =
        new ClusterCrossings(prepared, clusters, exogenous.columns(), exogenous.bread());
    double[][][][] spread = new double[z.length][][][];
    double[][][] own = new double[z.length][][];
    for (int l = 0; l < z.length; l++) {
      spread[l] = crossings.of(z[l], right);
      own[l] = ClusterSums.of(z, z[l], clusters);
    }
    return new InstrumentSpread(estimate, spread, own, new FirstStageNull(z, d, e));
  }

  int instruments() {
    return own.length;
  }
}
