package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Region;

/**
 * Hourly pay of a group of jobs in a region and year, estimated from a sample.
 *
 * @param jobs thousands
 * @param median pounds an hour
 * @param cv coefficient of variation of the median, per cent
 * @param change of the median on the year before, per cent
 */
public record PayEstimate(
    Region region, int year, double jobs, double median, double cv, double change) {
  /** Jobs of an average region, thousands. */
  private static final double JOBS = 2_800;

  /** Per cent, of a group with a thousand jobs. */
  private static final double CV = 6;

  /**
   * Of an industry.
   *
   * @param share of the industry's jobs that the group has
   * @param group number of the group in the industry, for a draw of its own
   */
  static PayEstimate of(
      WorldSettings world, Industry industry, double share, int group, Region region, int year) {
    double jobs = Math.max(0.5, JOBS * industry.share() * share);
    double cv = CV / StrictMath.sqrt(jobs);
    double median = median(world, industry, group, region, year, cv);
    double before = median(world, industry, group, region, year - 1, cv);
    return new PayEstimate(region, year, jobs, median, cv, 100 * (median / before - 1));
  }

  private static double median(
      WorldSettings world, Industry industry, int group, Region region, int year, double cv) {
    long entity = ((industry.index() * 100L + group) * 100L + region.ordinal()) * 10_000 + year;
    Draw draw = world.draw("pay sample", entity);
    double log = IndustryWages.log(world, industry, region, year);
    return StrictMath.exp(log + 0.2 * cv / 100 * draw.normal());
  }
}
