package careworkforce.pipelines.gold.socialcare.options;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.shiftshare.ShockLevel;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Errors by area take areas to be independent, which those that share an industry's shocks are not;
 * with few industries behind the index they may be far too small (Adão, Kolesár and Morales 2019).
 * Shocks are called few as clusters are.
 */
final class FewShocks {
  private static final String GO_BY = ", go by the errors that allow for it";
  private static final String NOT_TOLD =
      "; errors that allow for it are not told here, and the interval may be too narrow";

  private FewShocks() {}

  /** The effective number of industries of a sample, its home-years by their staff-months. */
  static double effective(Frame sample, IndustryTerms terms) {
    Exposures exposures = Exposures.of(sample, terms);
    double[] weights = exposures.shares().toSectors(sample.numbers(OutsideSample.MONTHS));
    return ShockLevel.effectiveShocks(weights, exposures.industry());
  }

  /**
   * The same evidence; its variance says so if effective shocks are few.
   *
   * @param beside whether errors that allow for it stand beside it
   */
  static Evidence noted(Evidence by, @Nullable Double shocks, boolean beside) {
    if (shocks == null || !(shocks < FewClusters.FEW)) {
      return by;
    }
    String note =
        String.format(
            Locale.ROOT,
            "; but %.1f effective industries, under %d: areas of like exposure move together"
                + (beside ? GO_BY : NOT_TOLD),
            shocks,
            FewClusters.FEW);
    return new Evidence(by.observations(), by.clusters(), by.variance() + note, by.formula());
  }
}
