package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;

/**
 * The three levels of staff with their shares (calibration.md 3.1): 52, 32 and 16% by headcount,
 * 54, 30 and 16% by FTE. Support staff work part time the most, so that their share of FTE is the
 * smaller; men work part time a third as often as women [P].
 */
public enum Level {
  CLINICAL(0.52, 0.54, 0.263),
  SUPPORT(0.32, 0.30, 0.538),
  INFRASTRUCTURE(0.16, 0.16, 0.404);

  private static final double MEN = 1 / 3.0;

  private final double headcount;
  private final double fte;
  private final double womenPartTime;

  Level(double headcount, double fte, double womenPartTime) {
    this.headcount = headcount;
    this.fte = fte;
    this.womenPartTime = womenPartTime;
  }

  /** Share of headcount. */
  public double headcount() {
    return headcount;
  }

  /** Share of FTE. */
  public double fte() {
    return fte;
  }

  /** Contracted hours that somebody begins with, in hundredths of full time. */
  int hours(boolean female, Draw draw) {
    double partTime = female ? womenPartTime : MEN * womenPartTime;
    return draw.chance(partTime) ? draw.oneOf(40, 50, 60, 60, 80, 80) : 100;
  }
}
