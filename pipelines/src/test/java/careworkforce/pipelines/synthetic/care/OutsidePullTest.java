package careworkforce.pipelines.synthetic.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.StoreOpening;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsidePullTest {
  /** A world in which nothing pulls but what is named. */
  private static WorldSettings world(String effect, String size) {
    return WorldSettings.of(
        Settings.load(
            List.of(),
            Map.of(
                "synthetic.supply.vacancies",
                "0",
                "synthetic.supply.nhs-openings",
                "0",
                "synthetic.supply.own-wage",
                "0",
                "synthetic.supply.pay-level-turnover",
                "0",
                "synthetic.stores",
                "2000",
                "synthetic.supply." + effect,
                size)));
  }

  @Test
  void shouldAddAsMuchForEachStoreThatIsOpenNear() {
    WorldSettings world = world("retail-openings", "0.01");
    Employer employer = Employer.of(world, 3);
    OutsidePull pull = OutsidePull.of(world, employer);
    int[] open = StoreOpening.open(world, employer.place(world), 5);
    assertThat(open[world.months() - 1]).isGreaterThan(open[0]);
    for (int t = 0; t < world.months(); t++) {
      assertThat(pull.at(t)).isCloseTo(0.01 * open[t], within(1e-12));
    }
  }

  @Test
  void shouldPutHomesOfOnePremisesInOnePlace() {
    WorldSettings world = world("retail-openings", "0");
    Employer employer = Employer.of(world, 3);
    assertThat(employer.place(world)).isEqualTo(Employer.of(world, 3).place(world));
    assertThat(employer.place(world))
        .isNotEqualTo(Employer.of(world, 3 + world.areas()).place(world));
  }
}
