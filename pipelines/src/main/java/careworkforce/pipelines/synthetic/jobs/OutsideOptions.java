package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Region;

/**
 * What national wage shocks of industries make of an area's outside wage: {@code sum_n pi_n r_an
 * g_nt} less its mean over the areas of the region, with {@code pi} the shares of care leavers,
 * {@code r} the relative shares of jobs and {@code g} the shocks. Its standard deviation within
 * region and year is about 0.03 log points.
 */
public final class OutsideOptions {
  private final double[] deviation;

  private OutsideOptions(double[] deviation) {
    this.deviation = deviation;
  }

  /** The path of an area, by month since the world's first. */
  public static OutsideOptions of(WorldSettings world, int area) {
    double[] exposure = exposure(world, area);
    double[] deviation = new double[world.months()];
    int year = Integer.MIN_VALUE;
    double now = 0;
    for (int t = 0; t < deviation.length; t++) {
      int of = Math.floorDiv(world.from() + t, 12);
      if (of != year) {
        year = of;
        now = 0;
        for (Industry industry : Industry.ALL) {
          now += exposure[industry.index()] * IndustryWages.shock(world, industry, year);
        }
      }
      deviation[t] = now;
    }
    return new OutsideOptions(deviation);
  }

  /** What a log point of each industry's wage adds, less the mean of the region's areas. */
  private static double[] exposure(WorldSettings world, int area) {
    double[] exposure = new double[Industry.ALL.size()];
    int regions = Region.values().length;
    int areas = (world.areas() - 1 - area % regions) / regions + 1;
    for (int other = area % regions; other < world.areas(); other += regions) {
      IndustryMix mix = IndustryMix.of(world, other);
      for (Industry industry : Industry.ALL) {
        double own = other == area ? 1 : 0;
        exposure[industry.index()] +=
            (own - 1.0 / areas) * Destination.share(industry) * mix.relative(industry);
      }
    }
    return exposure;
  }

  /** Log points in a month. */
  public double deviation(int t) {
    return deviation[t];
  }
}
