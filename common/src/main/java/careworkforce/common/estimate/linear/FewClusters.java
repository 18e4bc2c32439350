package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.variance.ClusterSums;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceMatrix;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Map;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Cluster variances for few clusters, without further factors: CR2 (Bell and McCaffrey 2002)
 * multiplies each cluster's residuals by (I - H)^-1/2; CR3 is the jackknife over clusters, (G-1)/G
 * times the sum of squared differences of the leave-one-out coefficients from the full ones
 * (MacKinnon, Nielsen and Webb 2023).
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
    double[][] matrix = spec.kind() == 2 ? reduced(spec, clusters) : jackknife(clusters);
    return new VarianceMatrix(
        Small.sandwich(back, matrix),
        spec.text(),
        count,
        Map.of(spec.column(), clusters.count()),
        variance.degrees(spec, count),
        false);
  }

  private double[][] reduced(VarianceSpec.ClusterReduced spec, Levels clusters) {
    for (Effect effect : prepared.design.effects()) {
      if (!nested(effect, clusters)) {
        throw UserError.usage(
            "use " + spec.text() + " with effect '" + effect.name() + "'",
            "its levels reach across clusters, and CR2 would need the hat matrix of whole clusters",
            "Use cr3:" + spec.column() + ", or write the effect as i(" + effect.name() + ")");
      }
    }
    double[][] half = power(solved.bread(), 0.5);
    double[][] back = power(solved.bread(), -0.5);
    double[][] scores =
        Small.transpose(ClusterSums.of(solved.design(), solved.residuals(), clusters));
    double[][][] grams = clusterGrams(solved.design(), clusters);
    double[][] adjusted = new double[clusters.count()][];
    for (int g = 0; g < adjusted.length; g++) {
      EigenDecomposition eigen = Small.eigen(Small.sandwich(half, grams[g]));
      double[] values = eigen.getRealEigenvalues();
      double[][] vectors = eigen.getV().getData();
      double[] along = Small.multiply(Small.transpose(vectors), Small.multiply(half, scores[g]));
      for (int k = 0; k < along.length; k++) {
        double left = 1 - values[k];
        along[k] *= left < 1e-10 ? -1 : 1 / Math.sqrt(left) - 1;
      }
      double[] more = Small.multiply(back, Small.multiply(vectors, along));
      adjusted[g] = scores[g].clone();
      for (int k = 0; k < more.length; k++) {
        adjusted[g][k] += more[k];
      }
    }
    return Small.sandwich(solved.bread(), CrossProducts.gram(Small.transpose(adjusted)));
  }

  static boolean nested(Effect effect, Levels clusters) {
    return new Levels(effect.codes(), effect.levels()).nestedIn(clusters);
  }

  private static double[][] power(double[][] matrix, double exponent) {
    EigenDecomposition eigen = Small.eigen(matrix);
    double[][] vectors = eigen.getV().getData();
    double[][] scaled = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int k = 0; k < matrix.length; k++) {
        scaled[i][k] = vectors[i][k] * Math.pow(eigen.getRealEigenvalue(k), exponent);
      }
    }
    return Small.symmetric(Small.multiply(scaled, Small.transpose(vectors)));
  }

  private static double[][][] clusterGrams(double[][] design, Levels clusters) {
    double[][][] grams = new double[clusters.count()][design.length][design.length];
    for (int i = 0; i < clusters.codes().length; i++) {
      double[][] gram = grams[clusters.codes()[i]];
      for (int a = 0; a < design.length; a++) {
        for (int b = 0; b < design.length; b++) {
          gram[a][b] += design[a][i] * design[b][i];
        }
      }
    }
    return grams;
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
    double[][] regressors = java.util.Arrays.copyOfRange(left, 1, left.length);
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
