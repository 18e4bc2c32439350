package careworkforce.common.estimate.did;

import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/**
 * A panel with known effects: unit u has cohort cohorts[u % cohorts.length] (0 for never), outcome
 * = unit effect + period effect + the effect of its cohort and event time + noise.
 */
final class StaggeredWorld {
  private StaggeredWorld() {}

  static Frame of(
      int units,
      int periods,
      double[] cohorts,
      DoubleBinaryOperator effect,
      double noise,
      long seed) {
    Random random = new Random(seed);
    int rows = units * periods;
    double[] unit = new double[rows];
    double[] period = new double[rows];
    double[] cohort = new double[rows];
    double[] y = new double[rows];
    double[] x = new double[rows];
    double[] w = new double[rows];
    for (int u = 0, i = 0; u < units; u++) {
      double level = random.nextGaussian();
      for (int t = 1; t <= periods; t++, i++) {
        unit[i] = u + 1;
        period[i] = t;
        cohort[i] = cohorts[u % cohorts.length];
        boolean treated = cohort[i] > 0 && t >= cohort[i];
        x[i] = random.nextGaussian();
        w[i] = 1 + u % 3;
        y[i] = level + 0.3 * t * t + 0.5 * x[i] + noise * random.nextGaussian();
        y[i] += treated ? effect.applyAsDouble(cohort[i], t - cohort[i]) : 0;
      }
    }
    return Frame.empty()
        .with("unit", unit)
        .with("period", period)
        .with("cohort", cohort)
        .with("y", y)
        .with("x", x)
        .with("w", w);
  }

  static StaggeredDesign design(Frame data) {
    return StaggeredDesign.of(data, "y", "unit", "period", "cohort");
  }
}
