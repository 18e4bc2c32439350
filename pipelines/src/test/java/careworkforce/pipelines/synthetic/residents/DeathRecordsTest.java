package careworkforce.pipelines.synthetic.residents;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeathRecordsTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.defaults());

  @Test
  void shouldRegisterAndNotifyAfterTheDeathAndTellOfMostDeathsTwice() {
    Listener told = residents(40);
    long deaths = told.tallies.get("resident_deaths");
    List<RegisteredDeath> registered = told.of(RegisteredDeath.class);
    List<DeathNotice> notified = told.of(DeathNotice.class);
    assertThat(registered).hasSizeBetween((int) (0.9 * deaths), (int) deaths);
    assertThat(registered).allMatch(death -> death.registered().isAfter(death.died()));
    assertThat(registered.stream().map(RegisteredDeath::recordId)).doesNotHaveDuplicates();
    assertThat(notified).hasSizeBetween((int) (0.6 * deaths), (int) deaths - 1);
    assertThat(notified).anyMatch(DeathNotice::inHospital).anyMatch(notice -> !notice.inHospital());
  }

  @Test
  void shouldLetAFewRegistrationsWaitForACoroner() {
    List<RegisteredDeath> registered = residents(40).of(RegisteredDeath.class);
    long late =
        registered.stream()
            .filter(death -> death.registered().isAfter(death.died().plusDays(14)))
            .count();
    assertThat((double) late / registered.size()).isBetween(0.05, 0.15);
  }

  @Test
  void shouldTellNothingThatComesAfterTheWorld() {
    LocalDate end = LocalDate.of(2021, 12, 31);
    assertThat(residents(40).of(DeathNotice.class)).allMatch(n -> !n.notified().isAfter(end));
  }

  private static Listener residents(int homes) {
    Listener told = new Listener();
    for (int home = 0; home < homes; home++) {
      new ResidentsStory(WORLD).tell(home, told);
    }
    return told;
  }

  private static final class Listener implements Told {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Long> tallies = new HashMap<>();

    @Override
    public <F extends Fact> void fact(F fact) {
      facts.add(fact);
    }

    @Override
    public void tally(String name, long count) {
      tallies.merge(name, count, Long::sum);
    }

    <F extends Fact> List<F> of(Class<F> kind) {
      return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }
}
