package careworkforce.pipelines.bench.socialcare;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import org.junit.jupiter.api.Test;

/** Two extracts of three and one establishments, with four and two workers; two years of people. */
class StudySizeTest {
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscWorkerCuts W = AscWorkerCuts.TABLE;
  private static final ResidentMonths R = ResidentMonths.TABLE;
  private static final AeArrivals A = AeArrivals.TABLE;

  @Test
  void shouldCountExtractsOnAverageAndPeopleOfTheLastYear() {
    TestRows establishments = TestRows.of(E);
    for (String of : new String[] {"1 2015-03", "2 2015-03", "3 2015-03", "1 2015-06"}) {
      establishments.row(E.establishmentId, of.substring(0, 1), E.month, of.substring(2));
    }
    TestRows workers = TestRows.of(W).each(W.establishmentId, "1");
    for (int worker = 0; worker < 6; worker++) {
      workers.row(W.workerId, "w" + worker, W.month, worker < 4 ? "2015-03" : "2015-06");
    }
    // Of the last twelve months, July 2014 to June 2015: p1 twice, and p2.
    TestRows residents =
        TestRows.of(R)
            .row(R.personId, "p1", R.month, "2014-07")
            .row(R.personId, "p1", R.month, "2015-06")
            .row(R.personId, "p2", R.month, "2015-01")
            .row(R.personId, "p3", R.month, "2014-06");
    TestRows arrivals =
        TestRows.of(A)
            .row(A.arrivalId, "a", A.month, "2014-06")
            .row(A.arrivalId, "b", A.month, "2015-06");
    FakeInputs inputs =
        FakeInputs.of()
            .with(E, establishments.dataset())
            .with(W, workers.dataset())
            .with(R, residents.dataset())
            .with(A, arrivals.dataset());
    assertThat(StudySize.of(inputs::table))
        .isEqualTo(new StudySize(2, 3, 2, 1))
        .hasToString(
            "2 establishments and 3 workers an extract, 2 residents and 1 arrivals a year");
  }
}
