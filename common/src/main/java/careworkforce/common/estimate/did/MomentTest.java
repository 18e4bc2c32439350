package careworkforce.common.estimate.did;

import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * The test of Andrews, Roth and Pakes (2023) that moments, linear in nuisance parameters, can all
 * be non-positive: conditional on which constraints bind, in hybrid with a least favourable first
 * stage.
 *
 * <p>The statistic is the largest studentised moment after the nuisance parameters have done their
 * best; by duality the largest of the moments' products with the vertices, which are listed.
 */
final class MomentTest {
  private static final int DRAWS = 1000;

  private final double[][] vertices;
  private final double[][] covariances;
  private final double[] variances;
  private final double size;
  private final double first;
  private final double leastFavourable;

  /**
   * Prepares.
   *
   * @param variance of the moments
   * @param nuisance columns by which nuisance parameters move the moments
   * @param size of the test; a tenth of it goes to the first stage
   */
  MomentTest(double[][] variance, List<double[]> nuisance, double size, long seed) {
    this.size = size;
    this.first = size / 10;
    vertices =
        ExtremeRays.of(nuisance, variance.length).stream()
            .map(ray -> normalised(ray, variance))
            .toArray(double[][]::new);
    covariances =
        Arrays.stream(vertices).map(v -> Small.multiply(variance, v)).toArray(double[][]::new);
    variances = new double[vertices.length];
    for (int v = 0; v < vertices.length; v++) {
      variances[v] = dot(vertices[v], covariances[v]);
    }
    leastFavourable = leastFavourable(variance, seed);
  }

  private static double[] normalised(double[] ray, double[][] variance) {
    double total = 0;
    for (int i = 0; i < ray.length; i++) {
      total += ray[i] * Math.sqrt(variance[i][i]);
    }
    double[] vertex = new double[ray.length];
    for (int i = 0; i < ray.length; i++) {
      vertex[i] = ray[i] / total;
    }
    return vertex;
  }

  private double leastFavourable(double[][] variance, long seed) {
    double[] largest =
        new NormalDraws(variance)
            .each(
                DRAWS,
                seed,
                moments ->
                    Arrays.stream(vertices)
                        .mapToDouble(v -> dot(v, moments))
                        .max()
                        .orElse(Double.NEGATIVE_INFINITY));
    Arrays.sort(largest);
    return largest[(int) Math.ceil((1 - first) * DRAWS) - 1];
  }

  /** Whether the moments are too large to be non-positive in expectation. */
  boolean rejects(double[] moments) {
    int best = -1;
    double statistic = Double.NEGATIVE_INFINITY;
    double[] products = new double[vertices.length];
    for (int v = 0; v < vertices.length; v++) {
      products[v] = dot(vertices[v], moments);
      if (products[v] > statistic) {
        statistic = products[v];
        best = v;
      }
    }
    if (!(statistic > 0)) {
      return false;
    }
    if (statistic > leastFavourable) {
      return true;
    }
    double low = Double.NEGATIVE_INFINITY;
    double high = leastFavourable;
    for (int v = 0; v < vertices.length; v++) {
      double slope = dot(vertices[v], covariances[best]) / variances[best];
      double rest = products[v] - slope * statistic;
      if (slope < 1 - 1e-10) {
        low = Math.max(low, rest / (1 - slope));
      } else if (slope > 1 + 1e-10) {
        high = Math.min(high, rest / (1 - slope));
      }
    }
    double deviation = Math.sqrt(variances[best]);
    return beyond(statistic / deviation, low / deviation, high / deviation)
        < (size - first) / (1 - first);
  }

  /** P(Z > z | low < Z < high). */
  private static double beyond(double z, double low, double high) {
    double top = upper(z) - upper(high);
    double bottom = upper(low) - upper(high);
    if (bottom > 0) {
      return top / bottom;
    }
    return low > 0 ? Math.exp((low * low - z * z) / 2) * low / z : 1;
  }

  private static double upper(double z) {
    return Double.isInfinite(z) ? (z > 0 ? 0 : 1) : Erf.erfc(z / Math.sqrt(2)) / 2;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
