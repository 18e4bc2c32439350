package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** Minimum wages, one entity: those in force when the world begins, and those that follow. */
public record WageFloorsStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "minimum wages";
  }

  @Override
  public long entities() {
    return 1;
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(WageFloor.class);
  }

  @Override
  public void tell(long entity, Told to) {
    int inForce =
        WageFloor.ALL.stream()
            .mapToInt(WageFloor::month)
            .filter(month -> month <= world.from())
            .max()
            .orElse(world.from());
    WageFloor.ALL.stream()
        .filter(floor -> floor.month() >= inForce && floor.month() <= world.to())
        .map(floor -> floor.deliveredFrom(world.from()))
        .forEach(to::fact);
  }
}
