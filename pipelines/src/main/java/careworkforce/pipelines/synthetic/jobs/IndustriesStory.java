package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import careworkforce.pipelines.synthetic.area.Region;
import java.util.HashSet;
import java.util.Set;

/** Jobs by industry, area by area, and their pay, region by region, year after year. */
public record IndustriesStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "industries";
  }

  @Override
  public long entities() {
    return world.areas();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(IndustryJobs.class, IndustryPay.class, OccupationPay.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Area area = Area.of((int) entity, world.areas());
    for (int month = world.from(); month <= world.to(); month += 12 - Math.floorMod(month, 12)) {
      for (LocalAuthority district : area.districts()) {
        to.fact(IndustryJobs.all(world, district, month));
        for (Industry industry : Industry.ALL) {
          to.fact(IndustryJobs.of(world, area, district, industry, month));
        }
        IndustryJobs.retail(world, area, district, month).forEach(to::fact);
      }
      if (entity < Region.values().length) {
        pay(Region.values()[(int) entity], month, to);
      }
    }
  }

  private void pay(Region region, int month, Told to) {
    int year = Math.floorDiv(month, 12);
    for (Industry industry : Industry.ALL) {
      to.fact(
          new IndustryPay(month, industry, PayEstimate.of(world, industry, 1, 0, region, year)));
    }
    Set<String> told = new HashSet<>();
    for (Destination occupation : Destination.ALL) {
      if (told.add(occupation.soc2010())) {
        int group = told.size();
        to.fact(
            new OccupationPay(
                month,
                occupation,
                PayEstimate.of(world, occupation.industry(), 0.2, group, region, year)));
      }
    }
  }
}
