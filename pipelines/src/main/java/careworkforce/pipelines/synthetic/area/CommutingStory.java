package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where residents work, district by district of residence: within the region, the less the farther,
 * in proportion to those of working age at the workplace (a gravity model).
 */
public record CommutingStory(WorldSettings world) implements Story {
  private static final double DECAY_KM = 10;
  private static final double EMPLOYED = 0.75;
  private static final long LEAST = 6;

  @Override
  public String name() {
    return "commuting";
  }

  @Override
  public long entities() {
    return world.areas();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(CommuterFlow.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Area home = Area.of((int) entity, world.areas());
    Map<LocalAuthority, Place> places = new LinkedHashMap<>();
    IntStream.range(0, world.areas())
        .mapToObj(index -> Area.of(index, world.areas()))
        .filter(area -> area.region() == home.region())
        .forEach(
            area -> area.districts().forEach(d -> places.putIfAbsent(d, Place.of(world, area, d))));
    for (LocalAuthority residence : home.districts()) {
      flows(residence, Place.of(world, home, residence), places, to);
    }
  }

  private void flows(
      LocalAuthority residence, Place from, Map<LocalAuthority, Place> places, Told to) {
    Map<LocalAuthority, Double> pull = new LinkedHashMap<>();
    places.forEach(
        (workplace, place) ->
            pull.put(
                workplace,
                workplace.workingAge(world)
                    * StrictMath.exp(-from.kilometresTo(place) / DECAY_KM)));
    double all = pull.values().stream().mapToDouble(p -> p).sum();
    double workers = EMPLOYED * residence.workingAge(world);
    pull.forEach(
        (workplace, share) -> {
          long flow = Math.round(workers * share / all);
          if (flow >= LEAST) {
            to.fact(new CommuterFlow(world.from(), residence, workplace, flow));
          }
        });
  }
}
