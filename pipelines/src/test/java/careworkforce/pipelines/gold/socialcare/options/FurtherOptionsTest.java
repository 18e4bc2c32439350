package careworkforce.pipelines.gold.socialcare.options;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.exposures.vacancies.VacancyMonths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurtherOptionsTest {
  private static final VacancyMonths V = VacancyMonths.TABLE;
  private static final NhsOpeningMonths N = NhsOpeningMonths.TABLE;
  private static final RetailOpeningMonths R = RetailOpeningMonths.TABLE;
  private static final MinimumWageBite B = MinimumWageBite.TABLE;

  /** As doubles 0.1 + 0.2 + 0.3 is not what 0.3 + 0.2 + 0.1 is. */
  @ParameterizedTest
  @ValueSource(strings = {"0.1 0.2 0.3", "0.3 0.2 0.1"})
  void shouldGiveTheSameMeansInWhateverOrderMonthsCome(String values) {
    TestRows adverts =
        TestRows.of(V).each(V.link, "ttwa", V.scope, VacancyMonths.OTHER, V.ttwa, "T");
    TestRows openings = TestRows.of(N).each(N.link, "ttwa", N.ttwa, "T", N.perHundred, 0.1);
    int month = 1;
    for (String value : values.split(" ")) {
      double number = Double.parseDouble(value);
      String date = "2015-0" + month++;
      adverts.row(V.month, date, V.index, number);
      openings.row(N.month, date, N.openings, number, N.predicted, number);
    }
    FakeInputs inputs =
        FakeInputs.of()
            .with(V, adverts.dataset().coalesce(1))
            .with(N, openings.dataset().coalesce(1));
    assertThat(FurtherOptions.vacancies(inputs).first().<Double>getAs(OutsideSample.VACANCIES))
        .isEqualTo(0.2);
    assertThat(FurtherOptions.nhs(inputs).first().<Double>getAs(OutsideSample.NHS_PREDICTED))
        .isEqualTo(0.2);
  }

  /** Vacancies of March are of COVID, and not of the year's mean. */
  @Test
  void shouldEndWithTheLastMonthOfTheSample() {
    TestRows adverts =
        TestRows.of(V)
            .each(V.link, "ttwa", V.scope, VacancyMonths.OTHER, V.ttwa, "T")
            .row(V.month, "2020-02", V.index, 0.1)
            .row(V.month, "2020-03", V.index, 0.9);
    TestRows openings =
        TestRows.of(N)
            .each(N.link, "ttwa", N.ttwa, "T", N.perHundred, 0.1)
            .row(N.month, "2020-02", N.openings, 0.1, N.predicted, 0.2)
            .row(N.month, "2020-03", N.openings, 0.9, N.predicted, 0.9);
    TestRows stores =
        TestRows.of(R)
            .each(R.radius, 5, R.homeId, "h")
            .row(R.month, "2020-02", R.openings, 1)
            .row(R.month, "2020-03", R.openings, 3);
    TestRows bites =
        TestRows.of(B)
            .each(
                B.establishmentId, "e",
                B.rise, "2019-04",
                B.cut, "2019-03",
                B.workers, 9L,
                B.below, 1L,
                B.hours, "9",
                B.wageBill, "100")
            .row(B.month, "2020-02", B.bite, 0.02, B.shortfall, "2")
            .row(B.month, "2020-03", B.bite, 0.5, B.shortfall, "50");
    FakeInputs inputs =
        new Reports()
            .of("e", "h", "2019-03")
            .with(FakeInputs.of())
            .with(V, adverts.dataset())
            .with(N, openings.dataset())
            .with(R, stores.dataset())
            .with(B, bites.dataset());
    assertThat(FurtherOptions.vacancies(inputs).first().<Double>getAs(OutsideSample.VACANCIES))
        .isEqualTo(0.1);
    assertThat(FurtherOptions.nhs(inputs).first().<Double>getAs(OutsideSample.NHS)).isEqualTo(0.1);
    assertThat(FurtherOptions.stores(inputs).first().<Double>getAs(OutsideSample.RETAIL))
        .isEqualTo(1);
    assertThat(FurtherOptions.minimumWage(inputs).first().<Double>getAs(OutsideSample.BITE))
        .isEqualTo(0.02);
  }
}
