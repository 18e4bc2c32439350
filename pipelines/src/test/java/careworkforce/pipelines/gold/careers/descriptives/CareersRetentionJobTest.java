package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Four at work: one stays put, one goes to another trust, one to another occupation, one leaves.
 */
class CareersRetentionJobTest {
  private static final CareerYears Y = CareerYears.TABLE;
  private static final CareersRetention R = CareersRetention.TABLE;

  private static void person(
      TestRows rows, String name, boolean nhs, boolean trust, boolean occupation, boolean job) {
    CareerYears.Horizon h = Y.horizons.get(0);
    rows.row(
        Y.personId, name, h.nhs(), nhs, h.trust(), trust, h.occupation(), occupation, h.job(), job);
  }

  private static Dataset<Row> rows() {
    TestRows rows = Years.of();
    person(rows, "stays", true, true, true, true);
    person(rows, "other trust", true, false, true, false);
    person(rows, "other occupation", true, true, false, false);
    person(rows, "leaves", false, false, false, false);
    rows.row(Y.personId, "transferred");
    rows.row(Y.personId, "on leave", Y.state, "PARENTAL", Y.horizons.get(0).nhs(), true);
    rows.row(Y.personId, "joins", Y.atStart, false, Y.horizons.get(0).nhs(), true);
    return new CareersRetentionJob()
        .rows(FakeInputs.of().with(Y, rows.dataset()))
        .where("breakdown = 'all' and occupation_level = 'level2'");
  }

  @Test
  void shouldWidenFromJobToTrustAndOccupationToNhs() {
    assertRows(rows(), R.months, R.circle, R.atWork, R.stayed, R.retention.value(), R.occupation)
        .areExactly(
            "12 job 4 1 0.25 NURSES",
            "12 trust 4 2 0.5 NURSES",
            "12 occupation 4 2 0.5 NURSES",
            "12 nhs 4 3 0.75 NURSES");
  }

  @Test
  void shouldGiveTheWilsonInterval() {
    // 3 of 4: (0.75 + z2/8 -+ z sqrt(0.75 * 0.25 / 4 + z2 / 64)) / (1 + z2 / 4), z2 = 3.841459.
    Row nhs = rows().where("circle = 'nhs'").first();
    assertThat(nhs.<Double>getAs(R.retention.low().name())).isCloseTo(0.300642, within(1e-6));
    assertThat(nhs.<Double>getAs(R.retention.high().name())).isCloseTo(0.954413, within(1e-6));
  }
}
