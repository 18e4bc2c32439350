package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** The geography of the world and the wages outside care, area by area. */
public record AreasStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "areas";
  }

  @Override
  public long entities() {
    return world.areas();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(DistrictRow.class, LsoaRow.class, DeprivationRow.class, WageMonth.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Area area = Area.of((int) entity, world.areas());
    for (LocalAuthority district : area.districts()) {
      to.fact(new DistrictRow(world.from(), district, area));
      for (int number = 0; number < LocalAuthority.LSOAS; number++) {
        to.fact(new LsoaRow(world.from(), district, number));
        to.fact(DeprivationRow.of(world, district, number));
      }
    }
    OutsideWages wages = OutsideWages.of(world, area.index());
    for (int month = world.from(); month <= world.to(); month++) {
      to.fact(new WageMonth(month, area, wages.log(month - world.from())));
    }
  }
}
