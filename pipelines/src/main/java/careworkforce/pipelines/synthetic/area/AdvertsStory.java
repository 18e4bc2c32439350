package careworkforce.pipelines.synthetic.area;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Job adverts and jobs, area by area, and the national index after them. */
public record AdvertsStory(WorldSettings world) implements Story {
  private static final List<String> CATEGORIES =
      List.of("All industries", "Healthcare and Social care");
  private static final int WEEKS = 53;
  private static final int BASE = Month.of(2020, 2).number();

  @Override
  public String name() {
    return "job adverts";
  }

  @Override
  public long entities() {
    return world.areas() + 1L;
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(AdvertMonth.class, AdvertWeek.class, JobStock.class);
  }

  @Override
  public void tell(long entity, Told to) {
    if (entity == world.areas()) {
      national(to);
    } else {
      area(Area.of((int) entity, world.areas()), to);
    }
  }

  private void area(Area area, Told to) {
    Vacancies vacancies = Vacancies.of(world, area.index());
    for (LocalAuthority district : area.districts()) {
      for (JobStock stock : JobStock.of(world, district)) {
        to.fact(stock);
        for (int t = 0; t < world.months(); t++) {
          long adverts = Math.round(stock.jobs() * vacancies.rate(t));
          to.fact(new AdvertMonth(world.from() + t, district, stock.occupation(), adverts));
        }
      }
    }
  }

  private void national(Told to) {
    double[] rates = new double[world.months()];
    IntStream.range(0, world.areas())
        .mapToObj(area -> Vacancies.of(world, area))
        .forEach(
            area -> {
              for (int t = 0; t < rates.length; t++) {
                rates[t] += area.rate(t) / world.areas();
              }
            });
    double base = base(rates);
    for (String category : CATEGORIES) {
      for (int year = Math.floorDiv(world.from(), 12);
          year <= Math.floorDiv(world.to(), 12);
          year++) {
        for (int week = 1; week <= WEEKS; week++) {
          int month = 12 * year + Math.min(11, (week - 1) * 12 / 52);
          if (month >= world.from() && month <= world.to()) {
            double index = Math.round(1000 * rates[month - world.from()] / base) / 10.0;
            to.fact(new AdvertWeek(month, category, week, index));
          }
        }
      }
    }
  }

  /** The mean of areas in February 2020, or what is usual then if the world does not reach it. */
  private double base(double[] rates) {
    int t = BASE - world.from();
    return t >= 0 && t < rates.length ? rates[t] : Vacancies.usual(BASE);
  }
}
