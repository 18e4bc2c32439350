package careworkforce.common.estimate.multiple;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.variance.WildBootstrap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The step-down of Romano and Wolf (2005, 2016): p-values that hold for all hypotheses together and
 * gain from the dependence of the tests, which a joint bootstrap shows.
 *
 * <p>The bootstrap is the wild cluster one of {@code Estimate.wildBootstrap}, each hypothesis
 * imposed in turn. Fits with the same rows, clusters, draws and seed share their draws.
 *
 * <pre>{@code
 * List<Fit> fits = Estimate.ols("c(turnover, vacancies) ~ wage | home", data)
 *     .cluster("area").wildBootstrap(1999, 7).fitAll();
 * List<RomanoWolf.Adjusted> tests = RomanoWolf.of(fits, "wage");
 * }</pre>
 */
public final class RomanoWolf {
  private static final double TIE = 1e-9;

  private RomanoWolf() {}

  /**
   * One hypothesis.
   *
   * @param outcome of the fit
   * @param coefficient tested
   * @param statistic t of the sample
   * @param pValue of the hypothesis alone
   * @param adjusted p-value for all together
   */
  public record Adjusted(
      String outcome, String coefficient, double statistic, double pValue, double adjusted) {}

  /**
   * Adjusts the tests of some coefficients in some fits.
   *
   * @throws UserError if a fit has no bootstrap of a coefficient, or fits do not share rows,
   *     clusters and draws
   */
  public static List<Adjusted> of(List<Fit> fits, String... coefficients) {
    List<WildBootstrap> tests = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    for (Fit fit : fits) {
      requireShared(fits.get(0), fit);
      for (String coefficient : coefficients) {
        tests.add(test(fit, coefficient));
        requirePlaced(tests.get(0), tests.get(tests.size() - 1), fit);
        outcomes.add(fit.outcome());
      }
    }
    double[] statistics = tests.stream().mapToDouble(t -> Math.abs(t.statistic())).toArray();
    double[][] drawn = tests.stream().map(WildBootstrap::drawn).toArray(double[][]::new);
    boolean exhaustive = tests.stream().allMatch(WildBootstrap::exhaustive);
    double[] adjusted = stepDown(statistics, drawn, exhaustive);
    double[] alone = new double[adjusted.length];
    for (int k = 0; k < alone.length; k++) {
      alone[k] = stepDown(new double[] {statistics[k]}, new double[][] {drawn[k]}, exhaustive)[0];
    }
    return IntStream.range(0, tests.size())
        .mapToObj(
            k ->
                new Adjusted(
                    outcomes.get(k),
                    tests.get(k).coefficient(),
                    tests.get(k).statistic(),
                    alone[k],
                    adjusted[k]))
        .toList();
  }

  private static WildBootstrap test(Fit fit, String coefficient) {
    return fit.bootstraps().stream()
        .filter(t -> t.coefficient().equals(coefficient))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "adjust the test of '" + coefficient + "' in '" + fit.formula() + "'",
                    "the fit has bootstraps of "
                        + fit.bootstraps().stream().map(WildBootstrap::coefficient).toList(),
                    "Fit with cluster(...).wildBootstrap(draws, seed)"));
  }

  private static void requireShared(Fit first, Fit fit) {
    boolean shared =
        first.sample().rows() == fit.sample().rows()
            && first.variance().clusters().equals(fit.variance().clusters());
    if (!shared) {
      throw UserError.usage(
          "adjust tests together",
          "'"
              + fit.formula()
              + "' uses "
              + fit.sample().rows()
              + " rows and clusters "
              + fit.variance().clusters()
              + ", '"
              + first.formula()
              + "' "
              + first.sample().rows()
              + " and "
              + first.variance().clusters(),
          "Fit them on the rows all of them can use");
    }
  }

  /** As many rows and clusters may be others, whose draws have nothing to do with one another. */
  private static void requirePlaced(WildBootstrap first, WildBootstrap test, Fit fit) {
    if (first.placed() != test.placed()) {
      throw UserError.usage(
          "adjust tests together",
          "the "
              + fit.sample().rows()
              + " rows of '"
              + fit.formula()
              + "' are not those of the first fit, or not in the same clusters",
          "Fit them on the rows all of them can use");
    }
  }

  /**
   * Step-down p-values. A draw without a statistic counts as beyond the sample's.
   *
   * @param statistics |t| of each hypothesis
   * @param drawn |t*| of each hypothesis by draw, draws shared
   * @param exhaustive whether the draws are all there are, the sample among them; otherwise the
   *     sample counts as one more
   */
  public static double[] stepDown(double[] statistics, double[][] drawn, boolean exhaustive) {
    int draws = drawn.length == 0 ? 0 : drawn[0].length;
    for (double[] one : drawn) {
      if (one.length != draws) {
        throw UserError.usage(
            "adjust tests together",
            "one has " + draws + " draws, another " + one.length,
            "Use the same number and seed");
      }
    }
    int[] order =
        IntStream.range(0, statistics.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer k) -> -statistics[k]).thenComparingInt(k -> k))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] largest = new double[draws];
    double[] steps = new double[order.length];
    for (int rank = order.length - 1; rank >= 0; rank--) {
      int beyond = 0;
      for (int d = 0; d < draws; d++) {
        largest[d] = Math.max(largest[d], drawn[order[rank]][d]);
        beyond += largest[d] < statistics[order[rank]] * (1 - TIE) ? 0 : 1;
      }
      steps[rank] = exhaustive ? (double) beyond / draws : (beyond + 1.0) / (draws + 1);
    }
    double[] adjusted = new double[order.length];
    double least = 0;
    for (int rank = 0; rank < order.length; rank++) {
      least = Math.max(least, steps[rank]);
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }
}
