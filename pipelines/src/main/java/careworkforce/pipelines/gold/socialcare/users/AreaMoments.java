package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each travel-to-work area brings to a regression on the instrument, home and region-by-month
 * effects taken out of both: the slope is the sum of the areas' products over that of their
 * squares, each area weighted as one likes. Effects are taken out once, as under a sandwich
 * clustered by area.
 */
final class AreaMoments {
  /** Product of outcome and instrument, and square of the instrument. */
  private record Moments(double product, double square) {}

  private final Map<String, Moments> areas = new TreeMap<>();

  private AreaMoments() {}

  /**
   * Those of a sample.
   *
   * @param weights column, or empty for none
   */
  static AreaMoments of(Frame sample, String outcome, String instrument, String weights) {
    Frame known = known(sample, outcome, instrument);
    int rows = known.rows();
    double[] weight = new double[rows];
    Arrays.fill(weight, 1);
    if (!weights.isEmpty()) {
      weight = known.numbers(weights);
    }
    Column.Codes homes = known.column(CarePanel.HOME).codes();
    List<Effect> effects =
        List.of(
            Effect.of(CarePanel.HOME, homes.values(), homes.levels().size()), regionMonths(known));
    double[][] left =
        Absorber.of(effects, rows)
            .residualise(new double[][] {known.numbers(outcome), known.numbers(instrument)}, weight)
            .residuals();
    AreaMoments moments = new AreaMoments();
    moments.add(known.column(CarePanel.TTWA).codes(), weight, left[0], left[1]);
    return moments;
  }

  private void add(Column.Codes ttwa, double[] weight, double[] outcome, double[] instrument) {
    for (int i = 0; i < weight.length; i++) {
      double weighted = weight[i] * instrument[i];
      areas.merge(
          ttwa.levels().get(ttwa.values()[i]),
          new Moments(weighted * outcome[i], weighted * instrument[i]),
          (a, b) -> new Moments(a.product + b.product, a.square + b.square));
    }
  }

  /** The slope on the instrument; areas without a weight of their own count once. */
  double slope(Map<String, Double> draw) {
    double product = 0;
    double square = 0;
    for (Map.Entry<String, Moments> area : areas.entrySet()) {
      double weight = draw.getOrDefault(area.getKey(), 1.0);
      product += weight * area.getValue().product;
      square += weight * area.getValue().square;
    }
    return product / square;
  }

  private static Frame known(Frame sample, String outcome, String instrument) {
    double[] y = sample.numbers(outcome);
    double[] z = sample.numbers(instrument);
    return sample.where(i -> !Double.isNaN(y[i]) && !Double.isNaN(z[i]));
  }

  private static Effect regionMonths(Frame sample) {
    Column.Codes regions = sample.column(CarePanel.REGION).codes();
    double[] months = sample.numbers(CarePanel.MONTH);
    Map<Long, Integer> levels = new HashMap<>();
    int[] codes = new int[months.length];
    for (int i = 0; i < codes.length; i++) {
      long cell = (long) months[i] * regions.levels().size() + regions.values()[i];
      codes[i] = levels.computeIfAbsent(cell, c -> levels.size());
    }
    return Effect.of("region^month", codes, levels.size());
  }
}
