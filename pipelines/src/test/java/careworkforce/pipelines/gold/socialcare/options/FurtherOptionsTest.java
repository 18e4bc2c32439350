package careworkforce.pipelines.gold.socialcare.options;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.vacancies.VacancyMonths;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurtherOptionsTest {
  private static final VacancyMonths V = VacancyMonths.TABLE;
  private static final NhsOpeningMonths N = NhsOpeningMonths.TABLE;

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
}
