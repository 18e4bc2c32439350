package careworkforce.common.estimate.did;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Treated rows by cohort and event time, among which effects are taken as alike for variances. */
final class CohortCells {
  private final double[] cohorts;
  private final double[] times;
  private final int[] units;

  CohortCells(double[] cohorts, double[] times, int[] units) {
    this.cohorts = cohorts;
    this.times = times;
    this.units = units;
  }

  /**
   * Residuals; those of treated rows less their cell's mean, in which a unit counts by its summed
   * weight squared (Borusyak, Jaravel and Spiess 2024, equation 8).
   *
   * @param on weight of each row in the average
   * @param residual outcome less its imputed value
   */
  double[] noise(double[] on, double[] residual) {
    Map<List<Double>, Map<Integer, double[]>> cells = new HashMap<>();
    for (int i = 0; i < on.length; i++) {
      if (times[i] >= 0) {
        double[] sums =
            cells
                .computeIfAbsent(cell(i), k -> new HashMap<>())
                .computeIfAbsent(units[i], u -> new double[2]);
        sums[0] += on[i];
        sums[1] += on[i] * residual[i];
      }
    }
    Map<List<Double>, Double> means = new HashMap<>();
    cells.forEach(
        (cell, members) -> {
          double top = members.values().stream().mapToDouble(s -> s[0] * s[1]).sum();
          double bottom = members.values().stream().mapToDouble(s -> s[0] * s[0]).sum();
          means.put(cell, bottom > 0 ? top / bottom : 0);
        });
    double[] noise = residual.clone();
    for (int i = 0; i < noise.length; i++) {
      noise[i] -= times[i] >= 0 ? means.getOrDefault(cell(i), 0.0) : 0;
    }
    return noise;
  }

  private List<Double> cell(int row) {
    return List.of(cohorts[row], times[row]);
  }
}
