package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The samples of the study to the last month before COVID: the headline's, nursing homes first,
 * residential homes as contrast, and the other match tier.
 */
final class CareSamples {
  private CareSamples() {}

  /**
   * Those of a panel that have rows; the headline's is there whatever its months, the others if
   * they have several, as effects of homes leave nothing of one.
   */
  static List<CareSample> of(CareFrames panel, Inputs inputs) {
    String tier = inputs.value(SocialcareSample.MATCH_TIER);
    String other = tier.equals("uprn") ? "postcode" : "uprn";
    String all = SocialcareSample.headline(inputs);
    String nursingAll = SocialcareSample.NURSING + inputs.value(SocialcareSample.LAST_MONTH);
    IntPredicate found = panel.tier(tier);
    List<CareSample> samples = new ArrayList<>();
    IntPredicate every = row -> true;
    IntPredicate nursing = panel.kind(CarePanel.NURSING);
    IntPredicate residential = panel.kind(CarePanel.RESIDENTIAL);
    add(samples, panel, new Of(all, every, found, true), true);
    add(samples, panel, new Of(nursingAll, nursing, found, true), false);
    add(samples, panel, new Of("residential " + all, residential, found, false), false);
    add(
        samples,
        panel,
        new Of(SocialcareSample.byTier(all, other), every, panel.tier(other), false),
        false);
    return samples;
  }

  /** Homes of a kind, and which of their months have residents that were found. */
  private record Of(String name, IntPredicate kind, IntPredicate found, boolean main) {}

  /**
   * Adds a sample that has rows.
   *
   * @param always whether one of a single month is added too
   */
  private static void add(List<CareSample> to, CareFrames panel, Of of, boolean always) {
    Frame frame = panel.where(of.found().and(of.kind()));
    if (frame.rows() > 0 && (always || CareFrames.months(frame).length > 1)) {
      Frame staff = new CareFrames(panel.where(of.kind())).staff();
      to.add(new CareSample(of.name(), frame, of.main(), staff));
    }
  }
}
