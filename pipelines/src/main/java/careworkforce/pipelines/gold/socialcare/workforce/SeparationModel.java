package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.glm.Cloglog;
import careworkforce.common.estimate.glm.Probit;
import careworkforce.common.estimate.glm.Response;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Saturation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models of leaving on what the home pays (methods 2.6), clustered by establishment. All tell of
 * rates of leaving a year ({@link LeavingRate}). Linear ones hold fixed what befalls a
 * travel-to-work area at a cut, pay elsewhere among it, and are refused where that leaves next to
 * nothing, as {@link Saturation} has it. The others explain whether somebody leaves, with the mean
 * pay of the establishment beside the pay of the cut in place of home effects (Mundlak 1978;
 * Chamberlain 1984), and season, year and region.
 */
final class SeparationModel {
  /** The outcome of linear models. */
  static final String ANNUAL = "annual";

  private static final String MEAN_PAY = "mean_log_pay";
  private static final String CONTROLS = String.join(" + ", SeparationSample.TRAITS);
  private static final String AREA = SeparationSample.AREA + "^" + SeparationSample.CUT;

  private final Frame data;

  SeparationModel(Frame data) {
    this.data = data;
  }

  Frame data() {
    return data;
  }

  /** Workers followed, in every cut again. */
  long workers() {
    return Math.round(Arrays.stream(data.numbers(SeparationSample.WORKERS)).sum());
  }

  /**
   * An event as a rate a year: that of the mean share gone between cuts as far apart, and linear
   * about it, so that its means are rates and effects on it are effects on rates.
   */
  double[] annual(String event) {
    double[] happens = data.numbers(event);
    double[] months = data.numbers(SeparationSample.MONTHS);
    Map<Double, Double> gone = meansByMonths(data.numbers(SeparationSample.SEPARATED));
    Map<Double, Double> had = meansByMonths(happens);
    double[] annual = new double[happens.length];
    for (int i = 0; i < annual.length; i++) {
      LeavingRate rate = new LeavingRate(months[i]);
      double all = gone.getOrDefault(months[i], 0.0);
      double of = had.getOrDefault(months[i], 0.0);
      double mean = all == 0 ? 0 : of / all * rate.at(all);
      annual[i] = mean + rate.slope(all) * (happens[i] - of);
    }
    return annual;
  }

  private Map<Double, Double> meansByMonths(double[] values) {
    return means(
        Arrays.stream(data.numbers(SeparationSample.MONTHS)).boxed().toList(),
        values,
        data.numbers(SeparationSample.WORKERS));
  }

  /** Weighted means by group. */
  private static <G> Map<G, Double> means(List<G> groups, double[] values, double[] weights) {
    Map<G, double[]> sums = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      double[] sum = sums.computeIfAbsent(groups.get(i), group -> new double[2]);
      sum[0] += weights[i] * values[i];
      sum[1] += weights[i];
    }
    Map<G, Double> means = new HashMap<>();
    sums.forEach((group, sum) -> means.put(group, sum[0] / sum[1]));
    return means;
  }

  /** Differences between homes are not held fixed. */
  Fit pooled(double[] outcome) {
    return linear(outcome, AREA);
  }

  /** Within establishment. */
  Fit withHomeEffects(double[] outcome) {
    return linear(outcome, SeparationSample.ESTABLISHMENT + " + " + AREA);
  }

  private Fit linear(double[] outcome, String effects) {
    String formula = ANNUAL + " ~ " + SeparationSample.LOG_PAY + " + " + CONTROLS + " | " + effects;
    return Saturation.none(
        FewClusters.fit(
            Estimate.ols(formula, data.with(ANNUAL, outcome)).weights(SeparationSample.WORKERS),
            SeparationSample.ESTABLISHMENT,
            SeparationSample.LOG_PAY));
  }

  /** The mean of an outcome over workers. */
  double average(double[] outcome) {
    double[] workers = data.numbers(SeparationSample.WORKERS);
    return means(Collections.nCopies(outcome.length, "all"), outcome, workers)
        .getOrDefault("all", Double.NaN);
  }

  /** The mean of an outcome, clustered. */
  Coefficient mean(double[] outcome) {
    return clustered(Estimate.ols(ANNUAL + " ~ 1", data.with(ANNUAL, outcome)))
        .coefficient("(Intercept)");
  }

  private static Fit clustered(Estimate estimate) {
    return estimate.weights(SeparationSample.WORKERS).cluster(SeparationSample.ESTABLISHMENT).fit();
  }

  /** A fit that is not linear, and the average effect of pay on the rate of leaving a year. */
  record Marginal(Fit fit, Coefficient effect) {}

  Marginal probit() {
    return marginal(new Probit(), Response.PROBIT);
  }

  /** The discrete-time hazard with tenure in pieces (Jenkins). */
  Marginal hazard() {
    return marginal(new Cloglog(), Response.CLOGLOG);
  }

  private Marginal marginal(Family family, Response link) {
    List<String> terms = new ArrayList<>(SeparationSample.TRAITS);
    Frame frame = data.with(MEAN_PAY, meanPay());
    for (String words :
        List.of(SeparationSample.YEAR, SeparationSample.SEASON, SeparationSample.REGION)) {
      frame = withIndicators(frame, words, terms);
    }
    String formula =
        SeparationSample.SEPARATED
            + " ~ "
            + String.join(" + ", SeparationSample.LOG_PAY, MEAN_PAY, String.join(" + ", terms));
    Fit fit = clustered(Estimate.of(family, formula, frame));
    return new Marginal(
        fit,
        AverageEffect.of(
            fit,
            link,
            frame,
            SeparationSample.LOG_PAY,
            SeparationSample.WORKERS,
            SeparationSample.MONTHS));
  }

  private static Frame withIndicators(Frame frame, String words, List<String> terms) {
    Column.Codes codes = frame.column(words).codes();
    List<String> levels = codes.levels().stream().sorted().toList();
    Frame more = frame;
    for (String level : levels.subList(1, levels.size())) {
      double[] is = new double[frame.rows()];
      for (int i = 0; i < is.length; i++) {
        is[i] = codes.levels().get(codes.values()[i]).equals(level) ? 1 : 0;
      }
      String name = words + "_" + level;
      terms.add(name);
      more = more.with(name, is);
    }
    return more;
  }

  private double[] meanPay() {
    int[] homes = data.column(SeparationSample.ESTABLISHMENT).codes().values();
    Map<Integer, Double> means =
        means(
            Arrays.stream(homes).boxed().toList(),
            data.numbers(SeparationSample.LOG_PAY),
            data.numbers(SeparationSample.WORKERS));
    return Arrays.stream(homes).mapToDouble(home -> means.getOrDefault(home, 0.0)).toArray();
  }
}
