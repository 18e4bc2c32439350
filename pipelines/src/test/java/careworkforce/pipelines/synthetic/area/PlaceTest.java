package careworkforce.pipelines.synthetic.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.defaults());

  @Test
  void shouldMeasureAlongTheGreatCircle() {
    Place equator = new Place(0, 0);
    assertThat(equator.kilometresTo(new Place(0, 90))).isCloseTo(6371 * Math.PI / 2, within(1e-6));
    assertThat(equator.kilometresTo(new Place(-90, 17)))
        .isCloseTo(6371 * Math.PI / 2, within(1e-6));
    // At 60 degrees north a degree of longitude is half as long as at the equator.
    assertThat(new Place(60, 0).kilometresTo(new Place(60, 0.01)))
        .isCloseTo(0.5 * equator.kilometresTo(new Place(0, 0.01)), within(1e-6));
  }

  @Test
  void shouldPutSitesAboutTheirDistrictAndDistrictsAboutTheirArea() {
    Area area = Area.of(4, WORLD.areas());
    LocalAuthority district = area.districts().get(0);
    Place middle = Place.of(WORLD, area, district);
    double meanSquare =
        IntStream.range(0, 2000)
            .mapToObj(site -> Place.within(WORLD, area, district, WORLD.draw("test site", site)))
            .mapToDouble(middle::kilometresTo)
            .map(km -> km * km)
            .average()
            .orElseThrow();
    assertThat(Math.sqrt(meanSquare / 2)).isCloseTo(Place.SITES_KM, within(0.2));
    assertThat(Place.of(WORLD, area).kilometresTo(middle)).isLessThan(40);
  }

  @Test
  void shouldCountTheStoresNearThatAreOpenByEachMonth() {
    StoreOpening store = StoreOpening.of(WORLD, 0);
    int[] open = StoreOpening.open(WORLD, store.place(), 5);
    long near =
        LongStream.range(0, WORLD.stores())
            .mapToObj(number -> StoreOpening.of(WORLD, number))
            .filter(other -> other.place().kilometresTo(store.place()) <= 5)
            .count();
    int at = store.month() - WORLD.from();
    assertThat(open[open.length - 1]).isEqualTo((int) near);
    assertThat(open[at]).isGreaterThan(at == 0 ? 0 : open[at - 1]);
    assertThat(open).isSorted();
  }
}
