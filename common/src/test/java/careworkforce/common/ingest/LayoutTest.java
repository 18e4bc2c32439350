package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.time.Month;
import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void shouldTellThePeriodByYearAndMonthInTheName() {
    Layout layout = Layout.named("x").files("ESR_(?<year>\\d{4})(?<month>\\d{2})\\.csv").layout();

    assertThat(layout.period("ESR_201503.csv")).contains(Month.of(2015, 3));
    assertThat(layout.period("ESR_201503.csv.gz")).contains(Month.of(2015, 3));
    assertThat(layout.period("ESR_2015.csv")).isEmpty();
  }

  @Test
  void shouldTellThePeriodByAFolderAMonthInEnglishAndAFinancialYear() {
    Layout folder =
        Layout.named("x").files("(?<year>\\d{4})(?<month>\\d{2})\\d{2}/worker\\.csv").layout();
    Layout english =
        Layout.named("x").files("A-(?<month>[A-Za-z]+)-(?<year>\\d{4})\\.csv").layout();
    Layout financial = Layout.named("x").files("ae_(?<fyear>\\d{4})\\.csv").layout();
    Layout year = Layout.named("x").files("wages_(?<year>\\d{4})\\.csv").layout();

    assertThat(folder.period("20210401/worker.csv")).contains(Month.of(2021, 4));
    assertThat(english.period("A-SEPTEMBER-2024.csv")).contains(Month.of(2024, 9));
    assertThat(financial.period("ae_0708.csv")).contains(Month.of(2007, 4));
    assertThat(financial.period("ae_9900.csv")).contains(Month.of(1999, 4));
    assertThat(year.period("wages_2016.csv")).contains(Month.of(2016, 1));
  }

  @Test
  void shouldTellTheMonthOfTheDayBeforeTheRun() {
    Layout run =
        Layout.named("x")
            .files("(?<year>\\d{4})(?<month>\\d{2})(?<runday>\\d{2})/worker\\.csv")
            .layout();

    assertThat(run.period("20210701/worker.csv")).contains(Month.of(2021, 6));
    assertThat(run.period("20210101/worker.csv")).contains(Month.of(2020, 12));
    assertThat(run.period("20210731/worker.csv")).contains(Month.of(2021, 7));
  }

  @Test
  void shouldTellNoPeriodByAMonthThatIsNoneOfTheYear() {
    Layout numbered = Layout.named("x").files("AE_(?<year>\\d{4})(?<month>\\d{2})\\.csv").layout();
    Layout english =
        Layout.named("x").files("A-(?<month>[A-Za-z]+)-(?<year>\\d{4})\\.csv").layout();

    assertThat(numbered.period("AE_201913.csv")).isEmpty();
    assertThat(numbered.period("AE_201300.csv")).isEmpty();
    assertThat(numbered.period("AE_201912.csv")).contains(Month.of(2019, 12));
    assertThat(english.period("A-TOTAL-2024.csv")).isEmpty();
    assertThat(english.period("A-Q-2024.csv")).isEmpty();
  }

  @Test
  void shouldHoldForItsMonthsOnly() {
    Layout layout =
        Layout.named("x")
            .files("(?<year>\\d{4})\\.csv")
            .from(Month.of(2012, 1))
            .to(Month.of(2018, 12))
            .layout();

    assertThat(layout.holdsFor(Month.of(2018, 12))).isTrue();
    assertThat(layout.holdsFor(Month.of(2019, 1))).isFalse();
  }

  @Test
  void shouldRefuseNamesThatTellNoPeriod() {
    assertThatThrownBy(() -> Layout.named("x").files("etr\\.csv").layout())
        .hasMessageContaining("tell the period");
  }

  @Test
  void shouldRefuseToReadATextIntoANumber() {
    assertThatThrownBy(() -> Layout.named("x").take("Beds", Homes.TABLE.beds, Parse.text()))
        .hasMessageContaining("Beds: TEXT cannot become integer");
  }

  @Test
  void shouldRefuseToTakeAnIdentifierClear() {
    assertThatThrownBy(() -> Layout.named("x").take("Id", Homes.TABLE.home, Parse.identifier()))
        .hasMessageContaining("pseudonym");
  }
}
