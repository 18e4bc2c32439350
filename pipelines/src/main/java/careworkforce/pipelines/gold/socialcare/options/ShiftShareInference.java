package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.dense.Inference;
import careworkforce.common.estimate.shiftshare.AdaoKolesarMorales;
import careworkforce.common.estimate.shiftshare.ConfidenceSet;
import careworkforce.common.estimate.shiftshare.ShiftShareDesign;
import careworkforce.common.estimate.shiftshare.ShiftShareFit;
import careworkforce.common.estimate.shiftshare.ShockLevel;
import careworkforce.common.estimate.shiftshare.ShockRegression;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Inference that allows home-years of like exposure to industries to move together. */
final class ShiftShareInference {
  private final Frame sample;
  private final HomeYears within;
  private final Exposures exposures;
  private final Exposures byRegion;

  ShiftShareInference(Frame sample, HomeYears within, IndustryTerms terms) {
    this.sample = sample;
    this.within = within;
    this.exposures = Exposures.of(sample, terms);
    this.byRegion = Exposures.byRegion(sample, terms);
  }

  /** Industries times years. */
  long shocks() {
    return exposures.wages().length;
  }

  /**
   * Industries times years and regions, the shocks of the regression at their level: those that
   * some home-year is exposed to.
   */
  long shocksByRegion() {
    return Arrays.stream(byRegion.shares().toSectors(within.weights())).filter(w -> w > 0).count();
  }

  /** Industries, the clusters of shocks. */
  long industries() {
    return Arrays.stream(exposures.industry()).distinct().count();
  }

  /** The effective number of industries, their years counted together. */
  double effectiveShocks() {
    double[] weights = exposures.shares().toSectors(within.weights());
    return ShockLevel.effectiveShocks(weights, exposures.industry());
  }

  /**
   * Adão, Kolesár and Morales, shocks of an industry in one cluster.
   *
   * @param treatment the column that the index instruments for; null for the index itself
   * @param more columns held fixed beside the sum of exposures
   * @throws UserError if there are too few areas for the industries
   */
  @SuppressWarnings("NullAway") // does not read nullable arrays of a record in another module
  ShiftShareFit fit(String outcome, @Nullable String treatment, String index, String... more) {
    double[][] controls = Arrays.copyOf(within.controls(), within.controls().length + more.length);
    for (int i = 0; i < more.length; i++) {
      controls[within.controls().length + i] = within.net(more[i]);
    }
    ShiftShareDesign design =
        new ShiftShareDesign(
            within.net(outcome),
            treatment == null ? null : within.net(treatment),
            within.net(index),
            controls,
            within.weights(),
            exposures.shares(),
            null,
            exposures.industry());
    try {
      return AdaoKolesarMorales.fit(design);
    } catch (IllegalArgumentException e) {
      long areas = HomeYears.words(sample, OutsideSample.TTWA).stream().distinct().count();
      throw UserError.checks(
          "give errors that are robust to exposure",
          "the shares of "
              + shocks()
              + " industries and years over "
              + areas
              + " areas are not independent of each other",
          "Give more areas than industries");
    }
  }

  /**
   * Borusyak, Hull and Jaravel, years held fixed and shocks of an industry in one cluster. Shocks
   * are by region, as pay elsewhere is: the estimate is then that of the index.
   */
  Inference atShockLevel(String outcome, String treatment) {
    ShockLevel level =
        ShockLevel.of(
            new double[][] {within.net(outcome), within.net(treatment)},
            within.controls(),
            within.weights(),
            byRegion.shares());
    int[] exposed = level.exposed();
    int[] year = Arrays.stream(exposed).map(s -> byRegion.year()[s]).toArray();
    double[][] controls =
        Arrays.stream(year)
            .distinct()
            .sorted()
            .mapToObj(y -> Arrays.stream(year).mapToDouble(of -> of == y ? 1 : 0).toArray())
            .toArray(double[][]::new);
    return ShockRegression.fit(
            at(exposed, level.values()[0]),
            at(exposed, level.values()[1]),
            at(exposed, byRegion.wages()),
            controls,
            at(exposed, level.weights()),
            Arrays.stream(exposed).map(s -> byRegion.industry()[s]).toArray())
        .inference();
  }

  private static double[] at(int[] sectors, double[] values) {
    return Arrays.stream(sectors).mapToDouble(s -> values[s]).toArray();
  }

  /** As a coefficient. */
  static Coefficient coefficient(String name, Inference of) {
    return coefficient(name, of, of.low(), of.high());
  }

  /**
   * That of AKM0, with the interval that holds all values it does not reject: the whole line also
   * where these lie on either side of some that it does.
   */
  static Coefficient nullImposed(String name, ShiftShareFit fit) {
    boolean bounded = fit.akmNullSet().shape() == ConfidenceSet.Shape.INTERVAL;
    return bounded
        ? coefficient(name, fit.akmNull())
        : coefficient(name, fit.akmNull(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private static Coefficient coefficient(String name, Inference of, double low, double high) {
    return new Coefficient(
        name, of.estimate(), of.standardError(), of.statistic(), of.pValue(), low, high);
  }
}
