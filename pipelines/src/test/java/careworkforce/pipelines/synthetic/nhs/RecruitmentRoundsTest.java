package careworkforce.pipelines.synthetic.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecruitmentRoundsTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.defaults());
  private static final RecruitmentRounds ROUNDS = RecruitmentRounds.of(WORLD);

  @Test
  void shouldDeviateByNothingOnAverageOverARegion() {
    for (int t = 0; t < WORLD.months(); t += 17) {
      double sum = 0;
      for (int area = 4; area < WORLD.areas(); area += 9) {
        sum += ROUNDS.deviation(area, t);
      }
      assertThat(sum).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void shouldHireAssistantsOfTheirOwnWhoComeAfterAllOthers() {
    Set<Long> ids = new HashSet<>();
    for (long number = 0; number < ROUNDS.size(); number++) {
      Person person = ROUNDS.person(number);
      assertThat(person.occupation().role()).isEqualTo("healthcare assistant");
      assertThat(person.entry()).isBetween(WORLD.from() + 1, WORLD.to());
      assertThat(person.ofStock()).isFalse();
      assertThat(person.id()).isGreaterThanOrEqualTo(Person.count(WORLD));
      ids.add(person.id());
    }
    assertThat(ids).hasSize((int) ROUNDS.size());
    // Three hundredths a year of the support jobs, over ten years; the programme has luck in it.
    assertThat(ROUNDS.size()).isBetween(500L, 4_000L);
  }

  @Test
  void shouldLeaveAllOthersAsTheyWere() {
    Person first = Person.of(WORLD, 0);
    assertThat(first.entry()).isEqualTo(WORLD.from());
    assertThat(Person.of(WORLD, Person.count(WORLD) - 1).entry()).isEqualTo(WORLD.to());
  }
}
