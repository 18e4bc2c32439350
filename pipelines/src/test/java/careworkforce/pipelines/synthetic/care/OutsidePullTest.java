package careworkforce.pipelines.synthetic.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.StoreOpening;
import careworkforce.pipelines.synthetic.area.Vacancies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsidePullTest {
  /** A world in which nothing pulls but what is named. */
  private static WorldSettings world(String effect, String size) {
    Map<String, String> changed = new HashMap<>();
    for (String other : List.of("vacancies", "nhs-openings", "own-wage", "pay-level-turnover")) {
      changed.put("synthetic.supply." + other, "0");
    }
    changed.put("synthetic.mechanism.wage-pull", "0");
    changed.put("synthetic.stores", "2000");
    changed.put("synthetic.supply." + effect, size);
    return WorldSettings.of(Settings.load(List.of(), changed));
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
  void shouldAnswerToAdvertsOfTheAreaLessTheirLevel() {
    WorldSettings world = world("vacancies", "2");
    Employer employer = Employer.of(world, 3);
    WorldSettings other = world("vacancies", "0");
    Vacancies vacancies = Vacancies.of(world, employer.area().index());
    for (int t : new int[] {0, 50, 119}) {
      double pull = OutsidePull.of(world, employer).at(t);
      assertThat(pull).isCloseTo(2 * vacancies.deviation(t), within(1e-12));
      assertThat(OutsidePull.of(other, employer).at(t)).isZero();
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
