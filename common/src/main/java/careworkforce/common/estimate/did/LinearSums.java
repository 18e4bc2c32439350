package careworkforce.common.estimate.did;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums of a fit's coefficients, with variances by the delta method. One of a coefficient
 * whose variance came out negative has no standard error, as that has none, and the path says so.
 */
final class LinearSums {
  private final Fit fit;
  private final double level;

  LinearSums(Fit fit, double level) {
    this.fit = fit;
    this.level = level;
  }

  /** One sum, its weights in the order of the fit's coefficients. */
  Coefficient sum(String name, double[] weights) {
    double estimate = 0;
    for (int c = 0; c < weights.length; c++) {
      estimate += weights[c] * fit.coefficients().get(c).estimate();
    }
    double variance = fit.variance().ofSum(weights);
    return Coefficient.of(name, estimate, Math.sqrt(variance), fit.variance().degrees(), level);
  }

  /** Sums along a line of times. */
  EventPath path(
      String estimator,
      String prefix,
      SortedMap<Double, double[]> weights,
      double @Nullable [] overall,
      List<String> notes) {
    List<Coefficient> effects = new ArrayList<>();
    double[] times = new double[weights.size()];
    double[][] rows = new double[weights.size()][];
    weights.forEach(
        (time, row) -> {
          times[effects.size()] = time;
          rows[effects.size()] = row;
          effects.add(sum(prefix + careworkforce.common.estimate.data.Column.label(time), row));
        });
    List<String> all = new ArrayList<>(fit.notes());
    all.addAll(notes);
    if (!fit.variance().negative().isEmpty()) {
      all.add("Variance: " + fit.variance().text() + ".");
    }
    fit.sample().collinear().forEach(d -> all.add("Dropped as collinear: " + d.name() + "."));
    return new EventPath(
        estimator,
        times,
        effects,
        Small.sandwich(rows, fit.variance().matrix()),
        overall == null ? null : sum("average after treatment", overall),
        fit.variance().degrees(),
        level,
        Double.NaN,
        all);
  }
}
