package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An event path as sensitivity analyses take it: estimates in consecutive periods on both sides of
 * the reference, the last period before treatment.
 *
 * @param effects those before treatment, ascending, then those from treatment on
 * @param variance of the effects
 * @param before number of effects before treatment
 * @param target weights of the effects after treatment in the parameter asked about
 */
record HonestInput(double[] effects, double[][] variance, int before, double[] target) {

  static HonestInput of(EventPath path, double[] target) {
    int[] before = path.before();
    int[] after = path.after();
    boolean consecutive = before.length > 0 && after.length > 0;
    for (int i = 0; i < before.length; i++) {
      consecutive &= path.times()[before[i]] == i - before.length - 1;
    }
    for (int i = 0; i < after.length; i++) {
      consecutive &= path.times()[after[i]] == i;
    }
    if (!consecutive) {
      throw UserError.usage(
          "ask how far the path holds without parallel trends",
          "its estimates are at "
              + Arrays.toString(path.times())
              + ", which with the reference -1"
              + " do not make consecutive periods on both sides",
          "Estimate all periods against -1 (with Callaway-Sant'Anna, Base.UNIVERSAL)");
    }
    if (target.length != after.length || Arrays.stream(target).allMatch(w -> w == 0)) {
      throw UserError.usage(
          "ask about " + Arrays.toString(target),
          "the path has " + after.length + " effects after treatment",
          "Give one weight for each, not all zero");
    }
    int[] all = IntStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray();
    double[] effects = new double[all.length];
    double[][] variance = new double[all.length][all.length];
    for (int i = 0; i < all.length; i++) {
      effects[i] = path.effects().get(all[i]).estimate();
      for (int j = 0; j < all.length; j++) {
        variance[i][j] = path.variance()[all[i]][all[j]];
      }
    }
    return new HonestInput(effects, variance, before.length, target.clone());
  }

  int after() {
    return effects.length - before;
  }

  /** Estimate of the parameter if trends are parallel. */
  double estimate() {
    double sum = 0;
    for (int t = 0; t < target.length; t++) {
      sum += target[t] * effects[before + t];
    }
    return sum;
  }

  /** Its variance. */
  double targetVariance() {
    double sum = 0;
    for (int s = 0; s < target.length; s++) {
      for (int t = 0; t < target.length; t++) {
        sum += target[s] * target[t] * variance[before + s][before + t];
      }
    }
    return sum;
  }
}
