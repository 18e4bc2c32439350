package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** House prices, area by area. */
public record HousePricesStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "house prices";
  }

  @Override
  public long entities() {
    return world.areas();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(DistrictPrices.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Area area = Area.of((int) entity, world.areas());
    HousePricePath path = HousePricePath.of(world, area.index());
    for (LocalAuthority district : area.districts()) {
      to.fact(
          new DistrictPrices(world.from(), district, path.first(), path.pounds(world, district)));
    }
  }
}
