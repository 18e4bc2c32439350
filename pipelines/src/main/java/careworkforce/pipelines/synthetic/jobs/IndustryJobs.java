package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs and local units of an industry in a district and year, as the register survey gives them.
 *
 * @param industry code, blank, colon, blank, title; Total for all together
 * @param jobs rounded to five; empty where withheld
 * @param units local units, rounded to five
 */
public record IndustryJobs(
    int month, LocalAuthority district, String industry, @Nullable Long jobs, long units)
    implements Fact {
  /** All jobs of a district, on average. */
  private static final double DISTRICT = 80_000;

  /** Of small cells, the share that is withheld. */
  private static final double WITHHELD = 0.3;

  private static final long SMALL = 60;

  /** From 2015 on units that pay by PAYE alone are counted too. */
  private static final double PAYE_ONLY = 1.03;

  private static final Industry RETAIL = Industry.of("47");

  static IndustryJobs of(
      WorldSettings world, Area area, LocalAuthority district, Industry industry, int month) {
    Draw draw = draw(world, district, industry, month);
    double jobs = jobs(world, area, district, industry, month, draw);
    return told(month, district, industry.division() + " : " + industry.title(), jobs, draw);
  }

  /** Jobs of the groups of retail trade, which are those of its division. */
  static List<IndustryJobs> retail(
      WorldSettings world, Area area, LocalAuthority district, int month) {
    double jobs = jobs(world, area, district, RETAIL, month, draw(world, district, RETAIL, month));
    double[] shares = RetailGroup.shares(world, area.index(), Math.floorDiv(month, 12));
    List<IndustryJobs> groups = new ArrayList<>();
    for (RetailGroup group : RetailGroup.ALL) {
      Draw draw =
          world.draw("retail jobs", entity(district, group.index(), Math.floorDiv(month, 12)));
      groups.add(
          told(
              month,
              district,
              group.group() + " : " + group.title(),
              jobs * shares[group.index()],
              draw));
    }
    return groups;
  }

  static IndustryJobs all(WorldSettings world, LocalAuthority district, int month) {
    double size = size(world, district, Math.floorDiv(month, 12));
    return new IndustryJobs(month, district, "Total", five(size), five(size / 12));
  }

  private static IndustryJobs told(
      int month, LocalAuthority district, String industry, double expected, Draw draw) {
    long jobs = five(expected);
    boolean withheld = jobs < SMALL && draw.chance(WITHHELD);
    return new IndustryJobs(month, district, industry, withheld ? null : jobs, five(jobs / 12.0));
  }

  private static double jobs(
      WorldSettings world,
      Area area,
      LocalAuthority district,
      Industry industry,
      int month,
      Draw draw) {
    return size(world, district, Math.floorDiv(month, 12))
        * industry.share()
        * IndustryMix.of(world, area.index()).relative(industry)
        * StrictMath.exp(0.05 * draw.normal());
  }

  private static Draw draw(
      WorldSettings world, LocalAuthority district, Industry industry, int month) {
    return world.draw(
        "industry jobs", entity(district, industry.index(), Math.floorDiv(month, 12)));
  }

  private static long entity(LocalAuthority district, int index, int year) {
    return (district.index() * 100L + index) * 10_000 + year;
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
