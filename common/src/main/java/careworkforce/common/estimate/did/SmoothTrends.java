package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Sensitivity to trends that differ smoothly: the slope of the difference may change by at most M
 * from period to period (Rambachan and Roth 2023, Delta-SD).
 *
 * <p>Gives their fixed-length confidence interval (FLCI): around the linear estimator, among those
 * that a linear difference in trends does not bias, whose interval is shortest given its worst bias
 * (Armstrong and Kolesár 2018). With the second differences of the trend as coordinates, the worst
 * bias is M times the sum of the absolute weights on them, and each trade of bias for variance is a
 * lasso in the weights before treatment.
 */
public final class SmoothTrends {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final HonestInput input;
  private final double size;

  private SmoothTrends(HonestInput input, double size) {
    this.input = input;
    this.size = size;
  }

  /**
   * Prepares the analysis of a weighted sum of the effects after treatment.
   *
   * @param target its weights, one for each effect from treatment on
   * @param size one less the level, such as 0.05
   */
  public static SmoothTrends of(EventPath path, double[] target, double size) {
    return new SmoothTrends(HonestInput.of(path, target), size);
  }

  /** The interval when the slope changes by at most a bound each period. */
  public HonestSet interval(double bound) {
    if (!(bound >= 0)) {
      throw UserError.usage(
          "let slopes change by " + bound, "the bound is negative", "Give a bound of 0 or more");
    }
    DoubleUnaryOperator half = logPenalty -> half(weights(Math.exp(logPenalty)), bound);
    double scale = Math.log(Math.max(input.targetVariance(), Double.MIN_NORMAL));
    double[] best = weights(0);
    if (bound > 0) {
      double low = scale - 25;
      double high = scale + 10;
      for (int round = 0; round < 90; round++) {
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        if (half.applyAsDouble(left) <= half.applyAsDouble(right)) {
          high = right;
        } else {
          low = left;
        }
      }
      double[] inner = weights(Math.exp((low + high) / 2));
      best = half(inner, bound) < half(best, bound) ? inner : best;
    }
    double[] on = estimator(best);
    double centre = 0;
    for (int i = 0; i < on.length; i++) {
      centre += on[i] * input.effects()[i];
    }
    double width = half(best, bound);
    return new HonestSet(bound, centre - width, centre + width, "FLCI");
  }

  /** Largest bound, to within a thousandth, at which zero is still ruled out; 0 if never. */
  public double breakdown() {
    if (!interval(0).excludesZero()) {
      return 0;
    }
    double low = 0;
    double high = Math.sqrt(input.targetVariance());
    while (interval(high).excludesZero()) {
      low = high;
      high *= 2;
    }
    while (high - low > 1e-3 * high) {
      double middle = (low + high) / 2;
      if (interval(middle).excludesZero()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double half(double[] weights, double bound) {
    double[] on = estimator(weights);
    double deviation = Math.sqrt(variance(on));
    double bias = 0;
    for (double weight : weights) {
      bias += Math.abs(weight);
    }
    for (int j = 0; j < input.after(); j++) {
      bias += Math.abs(afterWeight(j));
    }
    return deviation * critical(bound * bias / deviation);
  }

  /** Weight on the second difference at j periods after the reference. */
  private double afterWeight(int j) {
    double sum = 0;
    for (int t = j + 1; t <= input.after(); t++) {
      sum += (t - j) * input.target()[t - 1];
    }
    return sum;
  }

  /** The estimator whose weights on the second differences before the reference are these. */
  private double[] estimator(double[] weights) {
    int before = input.before();
    double[] c = new double[before + 2];
    c[0] = afterWeight(0);
    System.arraycopy(weights, 0, c, 1, weights.length);
    double[] on = new double[before + input.after()];
    for (int m = 1; m <= before; m++) {
      on[before - m] = c[m - 1] - 2 * c[m] + c[m + 1];
    }
    System.arraycopy(input.target(), 0, on, before, input.after());
    return on;
  }

  private double variance(double[] on) {
    double sum = 0;
    for (int i = 0; i < on.length; i++) {
      for (int j = 0; j < on.length; j++) {
        sum += on[i] * on[j] * input.variance()[i][j];
      }
    }
    return sum;
  }

  /** Minimises half the variance plus a penalty on the absolute weights, a coordinate a time. */
  private double[] weights(double penalty) {
    int size = input.before() - 1;
    double[] zero = estimator(new double[size]);
    double[][] directions = new double[size][];
    double[][] images = new double[size][];
    for (int j = 0; j < size; j++) {
      double[] one = new double[size];
      one[j] = 1;
      directions[j] = estimator(one);
      for (int i = 0; i < zero.length; i++) {
        directions[j][i] -= zero[i];
      }
      images[j] =
          careworkforce.common.estimate.linear.Small.multiply(input.variance(), directions[j]);
    }
    double[] weights = new double[size];
    double[] on = zero.clone();
    for (int sweep = 0; sweep < 20_000; sweep++) {
      double moved = 0;
      for (int j = 0; j < size; j++) {
        double curvature = dot(directions[j], images[j]);
        double plain = weights[j] - dot(on, images[j]) / curvature;
        double shrunk = Math.signum(plain) * Math.max(0, Math.abs(plain) - penalty / curvature);
        double step = shrunk - weights[j];
        weights[j] = shrunk;
        for (int i = 0; i < on.length; i++) {
          on[i] += step * directions[j][i];
        }
        moved = Math.max(moved, Math.abs(step));
      }
      if (moved < 1e-12) {
        break;
      }
    }
    return weights;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Value that |N(bias, 1)| exceeds with probability size. */
  private double critical(double bias) {
    double low = 0;
    double high = bias + 10;
    for (int round = 0; round < 100; round++) {
      double middle = (low + high) / 2;
      double inside =
          NORMAL.cumulativeProbability(middle - bias)
              - NORMAL.cumulativeProbability(-middle - bias);
      if (inside < 1 - size) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
