package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Saturation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The equations: outcomes of home-years on the outside wage, within home and within region and
 * year, the sum of exposures times year held fixed. A model with an effect for nearly every row is
 * refused, as {@link Saturation} has it.
 */
final class OutsideModel {
  private static final String EFFECTS =
      " | " + OutsideSample.HOME + " + " + OutsideSample.REGION + "^" + OutsideSample.YEAR;

  /** Each year's slope on the sum of exposures. */
  private static final String SHARE_CONTROL =
      "i(" + OutsideSample.YEAR + ", " + OutsideSample.EXPOSURES + ")";

  private OutsideModel() {}

  /** Least squares on these regressors. */
  static Fit leastSquares(Frame sample, String outcome, boolean shares, String... regressors) {
    String formula =
        outcome
            + " ~ "
            + String.join(" + ", regressors)
            + (shares ? " + " + SHARE_CONTROL : "")
            + EFFECTS;
    return Saturation.none(
        FewClusters.fit(
            Estimate.ols(formula, sample).causal().weights(OutsideSample.MONTHS),
            OutsideSample.TTWA,
            regressors));
  }

  /** Two-stage least squares, these exogenous regressors beside. */
  static Fit instrumented(
      Frame sample,
      String outcome,
      List<String> endogenous,
      List<String> instruments,
      String... beside) {
    String formula =
        outcome
            + " ~ "
            + Stream.concat(Stream.of(SHARE_CONTROL), Arrays.stream(beside))
                .collect(Collectors.joining(" + "))
            + EFFECTS
            + " | "
            + String.join(" + ", endogenous)
            + " ~ "
            + String.join(" + ", instruments);
    return Saturation.none(
        FewClusters.fit(
            Estimate.iv(formula, sample).causal().weights(OutsideSample.MONTHS),
            OutsideSample.TTWA));
  }

  /**
   * The home-years of which these columns are known.
   *
   * @throws UserError if there is none
   */
  static Frame known(Frame sample, String... columns) {
    double[][] values = Arrays.stream(columns).map(sample::numbers).toArray(double[][]::new);
    Frame known =
        sample.where(i -> Arrays.stream(values).noneMatch(column -> Double.isNaN(column[i])));
    require(known);
    return known;
  }

  /**
   * Refuses a sample within whose homes nothing can be told.
   *
   * @throws UserError if it has one year, or effects and exposures explain the index
   */
  static void require(Frame sample) {
    double[] years = years(sample);
    if (years.length < 2) {
      throw UserError.checks(
          "estimate effects of the outside wage within homes",
          years.length == 0
              ? "no home-year has both staff and an index"
              : "the sample has one year, " + (int) years[0],
          "Deliver pay and staff of two years or more");
    }
    HomeYears within = HomeYears.of(sample);
    double left = within.left(OutsideSample.INDEX);
    if (!(left > 1e-8)) {
      throw UserError.checks(
          "estimate effects of the outside wage within homes",
          "effects of homes, regions and years leave "
              + left
              + " of the variation of "
              + OutsideSample.INDEX,
          "Give regions more than one travel-to-work area each");
    }
  }

  /** The years in which homes are seen. */
  static double[] years(Frame sample) {
    return Arrays.stream(sample.numbers(OutsideSample.YEAR)).distinct().toArray();
  }
}
