package careworkforce.pipelines.gold.socialcare.users;

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

  /** Name of the headline's sample. */
  static String headline(Inputs inputs) {
    return "home-months to " + inputs.value(SocialcareSample.LAST_MONTH);
  }

  /** Those of a panel that have rows. */
  static List<CareSample> of(CareFrames panel, Inputs inputs) {
    String tier = inputs.value(SocialcareSample.MATCH_TIER);
    String other = tier.equals("uprn") ? "postcode" : "uprn";
    String all = headline(inputs);
    IntPredicate found = panel.tier(tier);
    List<CareSample> samples = new ArrayList<>();
    add(samples, panel, all, found, true);
    add(samples, panel, "nursing " + all, found.and(panel.kind(CarePanel.NURSING)), true);
    add(samples, panel, "residential " + all, found.and(panel.kind(CarePanel.RESIDENTIAL)), false);
    add(samples, panel, all + " by " + other, panel.tier(other), false);
    return samples;
  }

  private static void add(
      List<CareSample> to, CareFrames panel, String name, IntPredicate which, boolean main) {
    CareSample sample = new CareSample(name, panel.where(which), main);
    if (sample.frame().rows() > 0) {
      to.add(sample);
    }
  }
}
