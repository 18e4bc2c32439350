package careworkforce.pipelines.synthetic.area;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.stream.LongStream;

/**
 * A large store or a warehouse that opens. Where and when owes nothing to care homes or to wages.
 *
 * @param number from 0
 * @param kind of site
 * @param jobs that come with it
 */
public record StoreOpening(
    int month,
    int number,
    String kind,
    LocalDate openedOn,
    LocalAuthority district,
    Place place,
    int jobs)
    implements Fact {
  private static final String[] KINDS = {"supermarket", "general store", "warehouse"};
  private static final double[] KIND_WEIGHTS = {60, 25, 15};
  private static final int[] LEAST_JOBS = {80, 40, 250};

  /** An opening by number; months are drawn evenly. */
  static StoreOpening of(WorldSettings world, long number) {
    Draw draw = world.draw("store opening", number);
    Area area = Area.of(draw.below(world.areas()), world.areas());
    LocalAuthority district = area.districts().get(draw.below(area.districts().size()));
    Place place = Place.within(world, area, district, draw);
    int month = world.from() + draw.below(world.months());
    int kind = draw.pick(KIND_WEIGHTS);
    int jobs = (int) (LEAST_JOBS[kind] * StrictMath.exp(0.4 * Math.abs(draw.normal())));
    LocalDate day = new Month(month).firstDay().plusDays(draw.below(28));
    return new StoreOpening(month, (int) number, KINDS[kind], day, district, place, jobs);
  }

  /** Stores within so many kilometres that are open by the end of each month of the world. */
  public static int[] open(WorldSettings world, Place from, double km) {
    int[] open = new int[world.months()];
    LongStream.range(0, world.stores())
        .mapToObj(number -> of(world, number))
        .filter(store -> store.place.kilometresTo(from) <= km)
        .forEach(
            store -> {
              for (int t = store.month - world.from(); t < open.length; t++) {
                open[t]++;
              }
            });
    return open;
  }

  /** Identifier of the site. */
  public String site() {
    return String.format("SYN-STORE-%05d", number);
  }

  /** A postcode of the right form in an area that Royal Mail does not use. */
  public String postcode() {
    return String.format("ZS%d %dAA", 1 + number / 10, number % 10);
  }
}
