package careworkforce.pipelines.gold.socialcare.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.panels.HomeMonths;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HomeQuartersTest {
  private static final HomeMonths H = HomeMonths.TABLE;

  /** January to March of year y are quarter 4y: month 12y + m - 1 by three. */
  @Test
  void shouldSumNumeratorsAndDenominatorsBeforeDividing() {
    TestRows months =
        TestRows.of(H)
            .each(H.homeId, "a", H.starters, 0L)
            .row(
                H.month, "2015-01",
                H.staffAtStart, 10L,
                H.leavers, 5L)
            .row(H.month, "2015-02", H.staffAtStart, 30L, H.leavers, 0L)
            .row(H.month, "2015-03", H.staffAtStart, 20L, H.leavers, 1L);
    Row quarter = HomeQuarters.of(months.dataset()).first();
    assertThat(quarter.<Integer>getAs("quarter")).isEqualTo(4 * 2015);
    assertThat(quarter.<Double>getAs("leaving_rate")).isCloseTo(12 * 6 / 60.0, within(1e-12));
    assertThat(quarter.<Double>getAs("starters_rate")).isZero();
    assertThat(quarter.<Double>getAs("log_staff")).isCloseTo(Math.log(20), within(1e-12));
  }

  /** Three vacancies beside thirty employed; of the other posts, agency's among them, none is. */
  @Test
  void shouldSetVacanciesAgainstTheDirectlyEmployedOfTheMonthsThatTellThem() {
    TestRows months =
        TestRows.of(H)
            .each(H.homeId, "a", H.leavers, 0L, H.starters, 0L, H.filledPosts, "45")
            .row(H.month, "2015-01", H.staffAtStart, 10L, H.vacancies, 1L)
            .row(H.month, "2015-02", H.staffAtStart, 30L)
            .row(H.month, "2015-03", H.staffAtStart, 20L, H.vacancies, 2L);
    assertThat(HomeQuarters.of(months.dataset()).first().<Double>getAs("vacancy_rate"))
        .isCloseTo(3 / 33.0, within(1e-12));
  }

  @Test
  void shouldHaveNoVacancyRateWhereNoneWasTold() {
    TestRows months =
        TestRows.of(H)
            .row(
                H.homeId, "a",
                H.month, "2015-01",
                H.staffAtStart, 10L,
                H.leavers, 0L,
                H.starters, 0L);
    assertThat(HomeQuarters.of(months.dataset()).first().<Double>getAs("vacancy_rate")).isNull();
  }
}
