package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Jobs and local units of an industry in a district and year, as the register survey gives them.
 *
 * @param industry null for all together
 * @param jobs rounded to five; empty where withheld
 * @param units local units, rounded to five
 */
public record IndustryJobs(
    int month,
    LocalAuthority district,
    @Nullable Industry industry,
    @Nullable Long jobs,
    long units)
    implements Fact {
  /** All jobs of a district, on average. */
  private static final double DISTRICT = 80_000;

  /** Of small cells, the share that is withheld. */
  private static final double WITHHELD = 0.3;

  private static final long SMALL = 60;

  /** From 2015 on units that pay by PAYE alone are counted too. */
  private static final double PAYE_ONLY = 1.03;

  static IndustryJobs of(
      WorldSettings world, Area area, LocalAuthority district, Industry industry, int month) {
    int year = Math.floorDiv(month, 12);
    double expected =
        size(world, district, year)
            * industry.share()
            * IndustryMix.of(world, area.index()).relative(industry);
    long entity = (district.index() * 100L + industry.index()) * 10_000 + year;
    careworkforce.pipelines.synthetic.Draw draw = world.draw("industry jobs", entity);
    long jobs = five(expected * StrictMath.exp(0.05 * draw.normal()));
    boolean withheld = jobs < SMALL && draw.chance(WITHHELD);
    return new IndustryJobs(month, district, industry, withheld ? null : jobs, five(jobs / 12.0));
  }

  static IndustryJobs all(WorldSettings world, LocalAuthority district, int month) {
    double size = size(world, district, Math.floorDiv(month, 12));
    return new IndustryJobs(month, district, null, five(size), five(size / 12));
  }

  private static double size(WorldSettings world, LocalAuthority district, int year) {
    double size =
        DISTRICT * StrictMath.exp(0.4 * world.draw("district jobs", district.index()).normal());
    return size * (year < 2015 ? 1 : PAYE_ONLY);
  }

  private static long five(double jobs) {
    return 5 * Math.round(jobs / 5);
  }
}
