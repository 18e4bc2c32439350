package careworkforce.pipelines.synthetic.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VacanciesTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.defaults());

  @Test
  void shouldHaveDeviationsOfNilMeanAndTheSpreadPlanted() {
    double sum = 0;
    double squares = 0;
    for (int area = 0; area < 2_000; area++) {
      double deviation = Vacancies.of(WORLD, area).deviation(60);
      sum += deviation / 2_000;
      squares += deviation * deviation / 2_000;
    }
    assertThat(sum).isCloseTo(0, within(0.001));
    assertThat(Math.sqrt(squares)).isCloseTo(0.012, within(0.0008));
  }

  @Test
  void shouldHaveAHundredForTheNationalIndexInFebruary2020() {
    List<AdvertWeek> weeks = new ArrayList<>();
    Told ears =
        new Told() {
          @Override
          public <F extends Fact> void fact(F fact) {
            if (fact instanceof AdvertWeek week) {
              weeks.add(week);
            }
          }

          @Override
          public void tally(String name, long count) {}
        };
    new AdvertsStory(WORLD).tell(WORLD.areas(), ears);

    assertThat(weeks)
        .filteredOn(week -> week.month() == Month.of(2020, 2).number())
        .isNotEmpty()
        .allSatisfy(week -> assertThat(week.index()).isEqualTo(100));
  }

  /** gov.uk: 6.08 for 21 and over from October 2011, 7.20 for 25 and over from April 2016. */
  @Test
  void shouldHaveThePublishedMinimumWages() {
    assertThat(WageFloor.ALL).hasSize(5 * 4 + 8 * 5);
    assertThat(rate("2011-10-01", 21)).isEqualTo("6.08");
    assertThat(rate("2016-04-01", 25)).isEqualTo("7.20");
    assertThat(rate("2021-04-01", 23)).isEqualTo("8.91");
  }

  private static String rate(String from, int age) {
    return WageFloor.ALL.stream()
        .filter(f -> f.from().equals(LocalDate.parse(from)) && f.ageFrom() == age)
        .filter(f -> !f.apprentice())
        .findFirst()
        .orElseThrow()
        .rate();
  }
}
