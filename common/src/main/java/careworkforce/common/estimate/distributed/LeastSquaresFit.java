package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.GramFactor;
import careworkforce.common.estimate.linear.LinearEstimator;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;

/**
 * Least squares in two passes: the first gives slopes from inner products, the second the residuals
 * at them, a step of refinement and the scores.
 */
final class LeastSquaresFit {
  private final LinearPass pass;
  private final int width;

  LeastSquaresFit(DistributedEstimate model) {
    this.pass = new LinearPass(model);
    this.width = model.columns.width();
  }

  Fit fit() {
    Kept kept = pass.kept();
    int[] x = kept.among(new int[0], pass.model.columns.exogenous());
    List<String> names = kept.names(x);
    LinearEstimator.requireSomething(pass.model.specification, names, kept.dropped());
    double[] slopes =
        Small.multiply(bread(Small.part(pass.products, x, x)), Small.column(pass.products, x, 0));
    double[] residual = ScoreColumns.unit(width, 0);
    for (int c = 0; c < x.length; c++) {
      residual[x[c]] = -slopes[c];
    }
    double[][] regressors =
        Arrays.stream(x).mapToObj(c -> ScoreColumns.unit(width, c)).toArray(double[][]::new);
    AskedColumns asked = AskedColumns.of(regressors, regressors, residual, slopes);
    var second = pass.second(asked.columns());
    double[][] bread = bread(asked.squares(second.sum()));
    var solved = new LinearPass.Solved("OLS", names, asked, bread, kept.dropped());
    return pass.fit(solved, second, coefficients -> null);
  }

  static double[][] bread(double[][] gram) {
    return GramFactor.of(gram).bread();
  }
}
