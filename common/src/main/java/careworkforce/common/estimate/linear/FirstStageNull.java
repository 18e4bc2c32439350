package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.dense.CrossProducts;

/**
 * The first stage that is efficient under a null value: of the regressor on instruments and on the
 * structural residual u = e + s d, s the estimate less the null value (Davidson and MacKinnon
 * 2010). All columns are net of exogenous regressors and effects.
 */
final class FirstStageNull {
  private final double[][] inverse;
  private final double[] withResidual;
  private final double[] withRegressor;
  private final double[][] pair;

  /**
   * Of columns.
   *
   * @param z instruments
   * @param d regressor
   * @param e residual of two-stage least squares
   */
  FirstStageNull(double[][] z, double[] d, double[] e) {
    double[][] two = {e, d};
    this.inverse = LeastSquares.of(z).bread();
    this.pair = CrossProducts.gram(two);
    double[][] moments = Small.transpose(CrossProducts.of(z, two));
    this.withResidual = moments[0];
    this.withRegressor = moments[1];
  }

  /** Coefficients of the instruments. */
  double[] at(double s) {
    double[] cross = new double[inverse.length];
    for (int l = 0; l < cross.length; l++) {
      cross[l] = withResidual[l] + s * withRegressor[l];
    }
    double[] onCross = project(cross);
    double[] plain = project(withRegressor);
    double square = pair[0][0] + 2 * s * pair[0][1] + s * s * pair[1][1];
    double product = pair[0][1] + s * pair[1][1];
    double slope = (product - Small.dot(cross, plain)) / (square - Small.dot(cross, onCross));
    double[] stage = new double[cross.length];
    for (int l = 0; l < stage.length; l++) {
      stage[l] = plain[l] - slope * onCross[l];
    }
    return stage;
  }

  /** Coefficients on the instruments of what has these products with them. */
  double[] project(double[] products) {
    return Small.multiply(inverse, products);
  }
}
