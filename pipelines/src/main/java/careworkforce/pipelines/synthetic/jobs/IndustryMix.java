package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * How many of an area's jobs are in each industry, relative to England: log-normal, so that some
 * areas hang on what others lack. It does not change.
 */
final class IndustryMix {
  /** Standard deviation of log relative shares [P]. */
  private static final double SPREAD = 0.6;

  private final double[] relative;

  private IndustryMix(double[] relative) {
    this.relative = relative;
  }

  /** The mix of an area. */
  static IndustryMix of(WorldSettings world, int area) {
    double[] relative = new double[Industry.ALL.size()];
    double jobs = 0;
    double usual = 0;
    for (Industry industry : Industry.ALL) {
      int n = industry.index();
      double log = SPREAD * world.draw("industry mix", area * 1000L + n).normal();
      relative[n] = StrictMath.exp(log);
      jobs += industry.share() * relative[n];
      usual += industry.share();
    }
    for (int n = 0; n < relative.length; n++) {
      relative[n] *= usual / jobs;
    }
    return new IndustryMix(relative);
  }

  /** The share of the area's jobs in an industry over that of England's. */
  double relative(Industry industry) {
    return relative[industry.index()];
  }
}
