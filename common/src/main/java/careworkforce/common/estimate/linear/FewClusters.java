package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Cluster variances for few clusters, without further factors: CR2 is {@link BellMcCaffrey}'s, with
 * degrees of freedom of each coefficient's own; CR3 is the jackknife over clusters, (G-1)/G times
 * the sum of squared differences of the leave-one-out coefficients from the full ones (MacKinnon,
 * Nielsen and Webb 2023).
 */
final class FewClusters {
  private final Prepared prepared;
  private final Solved solved;
  private final VarianceEstimator variance;

  FewClusters(Prepared prepared, Solved solved, VarianceEstimator variance) {
    this.prepared = prepared;
    this.solved = solved;
    this.variance = variance;
  }

  VarianceMatrix matrix(VarianceSpec.ClusterReduced spec, double[][] back) {
    if (solved.design() != solved.regressors()) {
      throw UserError.usage(
          "use " + spec.text() + " with instruments",
          "it is defined for least squares",
          "Use cluster:" + spec.column());
    }
    Levels clusters =
        prepared.design.clusters().getOrDefault(spec.column(), new Levels(new int[0], 0));
    int count = variance.parameters(spec, solved.names().size());
    double[][] matrix;
    double[] degrees = new double[back.length];
    if (spec.kind() == 2) {
      requireNested(spec, clusters);
      BellMcCaffrey reduced = new BellMcCaffrey(solved, clusters);
      matrix = reduced.matrix();
      Arrays.setAll(degrees, c -> reduced.degrees(back[c]));
    } else {
      matrix = jackknife(clusters);
      Arrays.fill(degrees, variance.degrees(spec, count));
    }
    return new VarianceMatrix(
        Small.sandwich(back, matrix),
        spec.text(),
        count,
        Map.of(spec.column(), clusters.count()),
        variance.degrees(spec, count),
        false,
        degrees,
        Set.of());
  }

  private void requireNested(VarianceSpec.ClusterReduced spec, Levels clusters) {
    for (Effect effect : prepared.design.effects()) {
      if (!nested(effect, clusters)) {
        throw UserError.usage(
            "use " + spec.text() + " with effect '" + effect.name() + "'",
            "its levels reach across clusters, and CR2 would need the hat matrix of whole clusters",
            "Use cr3:" + spec.column() + ", or write the effect as i(" + effect.name() + ")");
      }
    }
  }

  static boolean nested(Effect effect, Levels clusters) {
    return new Levels(effect.codes(), effect.levels()).nestedIn(clusters);
  }

  private double[][] jackknife(Levels clusters) {
    double[][] total = new double[solved.names().size()][solved.names().size()];
    for (int g = 0; g < clusters.count(); g++) {
      double[] change = without(clusters, g);
      for (int a = 0; a < change.length; a++) {
        for (int b = 0; b < change.length; b++) {
          total[a][b] += change[a] * change[b];
        }
      }
    }
    return Small.scale(total, (clusters.count() - 1.0) / clusters.count());
  }

  /** Coefficients without a cluster, less the full ones; effects are taken out anew without it. */
  private double[] without(Levels clusters, int gone) {
    int rows = prepared.rows();
    double[] weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      weights[i] = clusters.codes()[i] == gone ? 0 : prepared.weight(i);
    }
    double[][] columns = new double[solved.design().length + 1][];
    columns[0] = solved.residuals();
    System.arraycopy(solved.design(), 0, columns, 1, solved.design().length);
    double[][] left = prepared.project(columns, weights);
    double[][] regressors = Arrays.copyOfRange(left, 1, left.length);
    LeastSquares fit = LeastSquares.of(regressors);
    if (fit.kept().length < regressors.length) {
      throw UserError.checks(
          "leave out one cluster at a time",
          "without cluster number " + (gone + 1) + " a coefficient cannot be estimated",
          "Use another variance, or drop the regressor that only this cluster moves");
    }
    return fit.solve(new double[][] {left[0]})[0];
  }
}
