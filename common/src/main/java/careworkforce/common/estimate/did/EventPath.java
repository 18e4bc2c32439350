package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.table.CoefficientPlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.jspecify.annotations.Nullable;

/**
 * Effects along a line, mostly of event time (periods since first treatment), with their joint
 * variance.
 *
 * @param estimator such as Sun-Abraham
 * @param times event time, cohort or period of each effect, ascending
 * @param effects one a time, with pointwise intervals; an effect that is zero by construction has a
 *     NaN standard error
 * @param variance of the effects, in their order
 * @param overall average over the times after treatment, as the estimator defines it
 * @param degrees of freedom of t; infinite for the normal
 * @param level of the intervals
 * @param critical value of a simultaneous band over all effects, NaN where none was asked for
 * @param notes what a reader should know, in sentences
 */
public record EventPath(
    String estimator,
    double[] times,
    List<Coefficient> effects,
    double[][] variance,
    @Nullable Coefficient overall,
    double degrees,
    double level,
    double critical,
    List<String> notes) {

  /**
   * The effect at a time.
   *
   * @throws UserError if there is none
   */
  public Coefficient at(double time) {
    for (int i = 0; i < times.length; i++) {
      if (times[i] == time) {
        return effects.get(i);
      }
    }
    throw UserError.usage(
        "give the effect at " + time,
        "the path has " + Arrays.toString(times),
        "Ask for one of these");
  }

  /** The average effect after treatment. */
  public Coefficient average() {
    if (overall == null) {
      throw UserError.usage(
          "average the path", "it has no time after treatment", "Extend the data past treatment");
    }
    return overall;
  }

  /**
   * This path with a simultaneous band from its variance: the largest |t| of normal draws with the
   * effects' correlations (Montiel Olea and Plagborg-Møller 2019); of draws of the multivariate t
   * where the pointwise intervals go by t, so that the band is no narrower than they are.
   */
  public EventPath withBand(int draws, long seed) {
    int[] used =
        IntStream.range(0, times.length).filter(i -> effects.get(i).standardError() > 0).toArray();
    double[][] correlation = new double[used.length][used.length];
    for (int i = 0; i < used.length; i++) {
      for (int j = 0; j < used.length; j++) {
        correlation[i][j] =
            variance[used[i]][used[j]]
                / Math.sqrt(variance[used[i]][used[i]] * variance[used[j]][used[j]]);
      }
    }
    DoubleSupplier spread = spread(seed);
    double[] largest =
        new NormalDraws(correlation)
            .each(
                draws,
                seed,
                draw ->
                    Arrays.stream(draw).map(Math::abs).max().orElse(Double.NaN)
                        / spread.getAsDouble());
    Arrays.sort(largest);
    double bound = largest[(int) Math.ceil(level * draws) - 1];
    return new EventPath(
        estimator, times, effects, variance, overall, degrees, level, bound, notes);
  }

  /** Draws of an estimated standard error over the true one: 1 where degrees are infinite. */
  private DoubleSupplier spread(long seed) {
    if (Double.isInfinite(degrees)) {
      return () -> 1;
    }
    GammaDistribution squares = new GammaDistribution(new Well19937c(seed), degrees / 2, 2);
    return () -> Math.sqrt(squares.sample() / degrees);
  }

  /**
   * The effects with intervals that all hold together at the level.
   *
   * @throws UserError if no band was asked for
   */
  public List<Coefficient> band() {
    if (Double.isNaN(critical)) {
      throw UserError.usage(
          "draw a simultaneous band",
          "the path has none yet",
          "Call withBand(draws, seed), or bootstrap before averaging");
    }
    return effects.stream()
        .map(
            c ->
                new Coefficient(
                    c.name(),
                    c.estimate(),
                    c.standardError(),
                    c.statistic(),
                    c.pValue(),
                    c.estimate() - critical * c.standardError(),
                    c.estimate() + critical * c.standardError()))
        .toList();
  }

  /** Positions of the estimated effects before treatment. */
  public int[] before() {
    return positions(true);
  }

  /** Positions of the effects from treatment on. */
  public int[] after() {
    return positions(false);
  }

  private int[] positions(boolean before) {
    return IntStream.range(0, times.length)
        .filter(i -> times[i] < 0 == before)
        .filter(i -> !Double.isNaN(effects.get(i).standardError()))
        .toArray();
  }

  /** The path as a picture, by simultaneous intervals where there is a band. */
  public CoefficientPlot plot(String title) {
    List<Coefficient> drawn = Double.isNaN(critical) ? effects : band();
    List<Coefficient> named = new ArrayList<>();
    for (Coefficient c : drawn) {
      boolean fixed = Double.isNaN(c.standardError());
      named.add(
          new Coefficient(
              c.name(),
              c.estimate(),
              c.standardError(),
              c.statistic(),
              c.pValue(),
              fixed ? c.estimate() : c.ciLow(),
              fixed ? c.estimate() : c.ciHigh()));
    }
    return CoefficientPlot.of(title, named);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(estimator).append('\n');
    List<Coefficient> shown = Double.isNaN(critical) ? effects : band();
    shown.forEach(c -> line(text, c));
    if (overall != null) {
      line(text, overall);
    }
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, Coefficient c) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-24s %12.6g (%.6g) [%.6g, %.6g]%n",
            c.name(),
            c.estimate(),
            c.standardError(),
            c.ciLow(),
            c.ciHigh()));
  }
}
