package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Region;

/**
 * Log hourly pay of industries: a national trend, the industry's level, the region's level, and a
 * national shock of the industry and year that half outlives each year. What a region pays in a
 * year differs a little from that.
 */
final class IndustryWages {
  /**
   * Standard deviation of national shocks, large so that a small England tells their effect [P].
   */
  private static final double SHOCK = 0.12;

  private static final double PERSISTENCE = 0.5;
  private static final double REGION_SPREAD = 0.01;
  private static final double TREND = 0.025;
  private static final int FIRST = 2000;

  private IndustryWages() {}

  /** The national shock of an industry in a year, in log points. */
  static double shock(WorldSettings world, Industry industry, int year) {
    Draw draw = world.draw("industry shock", industry.index());
    double innovation = SHOCK * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    double now = SHOCK * draw.normal();
    for (int y = FIRST; y < year; y++) {
      now = PERSISTENCE * now + innovation * draw.normal();
    }
    return now;
  }

  /** Log pounds an hour of an industry in a region and year. */
  static double log(WorldSettings world, Industry industry, Region region, int year) {
    long entity = (industry.index() * 100L + region.ordinal()) * 10_000 + year;
    return StrictMath.log(industry.wage())
        + TREND * (year - 2012)
        + region.wageGap()
        + shock(world, industry, year)
        + REGION_SPREAD * world.draw("industry region wage", entity).normal();
  }
}
