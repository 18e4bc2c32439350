package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.data.Levels;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.variance.ClusterSums;
import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The bias-reduced cluster variance CR2, which multiplies each cluster's residuals by (I - H)^-1/2,
 * and Satterthwaite's degrees of freedom of a t under it.
 *
 * <p>Residuals, regressors and H have the square-root weights in them, and errors times these roots
 * are taken to be alike: CR2 of the regression of rows multiplied by the roots. Without weights
 * that is clubSandwich's. With weights clubSandwich takes errors to be alike before they are
 * multiplied, and with {@code target = 1 / weights} another root of the same matrix; both differ
 * from this. Effects that lie within clusters need not be written out.
 *
 * <p>Neither depends on the units of regressors. All is worked out on columns of length 1, as the
 * root of a matrix of very different sizes is lost to rounding.
 *
 * <p>Sources: R. Bell and D. McCaffrey (2002), Survey Methodology 28; J. Pustejovsky and E. Tipton
 * (2018), Journal of Business and Economic Statistics 36.
 */
final class BellMcCaffrey {
  private final double[] lengths;
  private final double[][] bread;
  private final double[][] half;
  private final double[][] scores;
  private final EigenDecomposition[] hats;

  BellMcCaffrey(Solved solved, Levels clusters) {
    double[][] design = solved.design();
    this.lengths =
        Arrays.stream(design).mapToDouble(x -> Math.sqrt(CrossProducts.dot(x, x))).toArray();
    double[] shares = Arrays.stream(lengths).map(length -> 1 / length).toArray();
    this.bread = scaled(solved.bread(), lengths);
    this.half = power(bread, 0.5);
    double[][] sums = ClusterSums.of(design, solved.residuals(), clusters);
    for (int c = 0; c < sums.length; c++) {
      for (int g = 0; g < sums[c].length; g++) {
        sums[c][g] *= shares[c];
      }
    }
    this.scores = Small.transpose(sums);
    double[][][] grams = grams(design, clusters);
    this.hats = new EigenDecomposition[grams.length];
    for (int g = 0; g < grams.length; g++) {
      hats[g] = Small.eigen(Small.sandwich(half, scaled(grams[g], shares)));
    }
  }

  /** Each row and column times its factor. */
  private static double[][] scaled(double[][] matrix, double[] factors) {
    double[][] result = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        result[i][j] = matrix[i][j] * factors[i] * factors[j];
      }
    }
    return result;
  }

  /** Variance of the coefficients. */
  double[][] matrix() {
    double[][] back = power(bread, -0.5);
    double[][] adjusted = new double[hats.length][];
    for (int g = 0; g < adjusted.length; g++) {
      double[] values = hats[g].getRealEigenvalues();
      double[][] vectors = hats[g].getV().getData();
      double[] along = Small.multiply(Small.transpose(vectors), Small.multiply(half, scores[g]));
      for (int k = 0; k < along.length; k++) {
        along[k] *= factor(values[k]) - 1;
      }
      double[] more = Small.multiply(back, Small.multiply(vectors, along));
      adjusted[g] = scores[g].clone();
      for (int k = 0; k < more.length; k++) {
        adjusted[g][k] += more[k];
      }
    }
    double[][] matrix = Small.sandwich(bread, CrossProducts.gram(Small.transpose(adjusted)));
    return scaled(matrix, Arrays.stream(lengths).map(length -> 1 / length).toArray());
  }

  /**
   * Degrees of freedom of a combination of the coefficients. Its variance is the sum over clusters
   * of squares of s'e, s = (I - H)^-1/2 X b in the cluster. Under the working model these have the
   * covariances P = s's within and less s'Hs across clusters, and the sum has the mean tr P and the
   * variance 2 tr PP of a multiple of a chi-squared with (tr P)^2 / tr PP degrees.
   */
  double degrees(double[] combination) {
    int size = bread.length;
    double[] own = combination.clone();
    for (int c = 0; c < size; c++) {
      own[c] /= lengths[c];
    }
    double[] direction = Small.multiply(half, own);
    double trace = 0;
    double squares = 0;
    double[][] across = new double[size][size];
    for (EigenDecomposition hat : hats) {
      double[] values = hat.getRealEigenvalues();
      double[][] vectors = hat.getV().getData();
      double[] along = Small.multiply(Small.transpose(vectors), direction);
      double within = 0;
      for (int k = 0; k < size; k++) {
        double factor = factor(values[k]);
        within += values[k] * factor * factor * along[k] * along[k];
        along[k] *= values[k] * factor;
      }
      double[] hatted = Small.multiply(vectors, along);
      double taken = Small.dot(hatted, hatted);
      trace += within - taken;
      squares += within * within - 2 * within * taken;
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          across[a][b] += hatted[a] * hatted[b];
        }
      }
    }
    for (double[] row : across) {
      squares += Small.dot(row, row);
    }
    return trace * trace / squares;
  }

  /** (1 - h)^-1/2; none where a cluster alone fixes a combination, of which nothing is left. */
  private static double factor(double h) {
    double left = 1 - h;
    return left < 1e-10 ? 0 : 1 / Math.sqrt(left);
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

  private static double[][][] grams(double[][] design, Levels clusters) {
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
}
