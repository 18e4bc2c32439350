package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** Stores and warehouses that open, one by one. */
public record StoreOpeningsStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "store openings";
  }

  @Override
  public long entities() {
    return world.stores();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(StoreOpening.class);
  }

  @Override
  public void tell(long entity, Told to) {
    to.fact(StoreOpening.of(world, entity));
  }
}
