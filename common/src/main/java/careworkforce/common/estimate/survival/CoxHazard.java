package careworkforce.common.estimate.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * A stratum's baseline hazard, cumulated from the last event time to the first, with the same of
 * the hazard times the mean regressor at risk.
 */
final class CoxHazard {
  private final int width;
  private final List<Double> times = new ArrayList<>();
  private final List<double[]> sums = new ArrayList<>();

  CoxHazard(int width) {
    this.width = width;
  }

  /** Adds the next earlier event time. */
  void add(double time, double hazard, double[] pull) {
    double[] sum = new double[width + 1];
    double[] before = sums.isEmpty() ? sum : sums.get(sums.size() - 1);
    for (int a = 0; a < width; a++) {
      sum[a] = before[a] + pull[a];
    }
    sum[width] = before[width] + hazard;
    times.add(time);
    sums.add(sum);
  }

  /** Hazard after one time, up to and including another. */
  double between(double after, double until) {
    return pullBetween(width, after, until);
  }

  /** The same of the hazard times the mean of a regressor. */
  double pullBetween(int regressor, double after, double until) {
    return beyond(regressor, after) - beyond(regressor, until);
  }

  private double beyond(int regressor, double time) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.get(middle) > time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : sums.get(low - 1)[regressor];
  }
}
