package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.area.Region;

/**
 * The route from clinical support to registered nurse. The share of new nurses who come by it grows
 * from 4% in 2014 to 16% in 2024 (IFS 2026); in the South East support staff take it twice as often
 * as in the North East.
 */
public final class NurseTraining {
  /** Months in a training post. */
  static final int MONTHS = 24;

  private static final double DIRECT = 0.15;
  private static final double SUPPORT_SHARE = 0.20;
  private static final double NURSE_INFLOW = 0.25 * (0.008 + Person.GROWTH);

  private NurseTraining() {}

  /** Share of a month's new nurses who come from clinical support. */
  public static double pipeShare(int month) {
    return Math.max(0.04, 0.04 + 0.012 * (Math.floorDiv(month, 12) - 2014));
  }

  /** Chance that a member of nursing support begins a training post in a month. */
  static double begin(int month, Region region) {
    double stay = StrictMath.pow(1 - Occupation.named("trainee nursing associate").leave(), MONTHS);
    return (1 - DIRECT) * hazard(month + MONTHS, region) / stay;
  }

  /** Chance that one becomes a nurse in a month without a training post. */
  static double direct(int month, Region region) {
    return DIRECT * hazard(month, region);
  }

  private static double hazard(int month, Region region) {
    double pipe = pipeShare(month);
    return region.nurseTraining() * pipe / (1 - pipe) * NURSE_INFLOW / SUPPORT_SHARE;
  }
}
