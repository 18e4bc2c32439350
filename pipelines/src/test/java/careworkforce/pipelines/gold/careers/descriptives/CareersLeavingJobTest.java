package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * A year of ten nurses at work: one leaves for good, one goes on parental leave, one is transferred
 * with the service; two join, of whom one leaves within the year; and one comes back from leave. Of
 * those who stay one is off sick at its end.
 */
class CareersLeavingJobTest {
  private static final CareerYears Y = CareerYears.TABLE;
  private static final CareersLeaving L = CareersLeaving.TABLE;
  private static final CareerYears.Horizon H = Y.horizons.get(0);

  private static Dataset<Row> told;

  /** What the job tells of the ten. */
  private static Dataset<Row> rows() {
    if (told == null) {
      told = AtHand.of(rows(staff()));
    }
    return told;
  }

  private static Dataset<Row> rows(TestRows years) {
    return new CareersLeavingJob().rows(FakeInputs.of().with(Y, years.dataset()));
  }

  private static TestRows staff() {
    TestRows rows = Years.of();
    for (int i = 0; i < 7; i++) {
      year(rows, "stays" + i, false, 12, 0, false);
    }
    year(rows, "leaves", true, 6, 1, true);
    year(rows, "on leave", true, 12, 0, false);
    rows.row(Y.personId, "transferred", Y.personMonths, 4);
    rows.row(
        Y.personId, "from leave", Y.state, "PARENTAL", Y.officialLeaver, false, Y.personMonths, 12);
    rows.row(Y.personId, "joins", Y.atStart, false, Y.officialLeaver, false, Y.personMonths, 8);
    rows.row(
        Y.personId,
        "joins and leaves",
        Y.atStart,
        false,
        Y.officialLeaver,
        true,
        Y.personMonths,
        2,
        Y.exits,
        1,
        Y.left,
        false);
    for (int i = 0; i < 7; i++) {
      String state = i == 0 ? "LONG_SICK" : "ACTIVE";
      rows.row(Y.personId, "stays" + i, Y.year, 2016, Y.sex, "Female", Y.state, state);
    }
    rows.row(Y.personId, "on leave", Y.year, 2016, Y.state, "PARENTAL");
    rows.row(Y.personId, "from leave", Y.year, 2016);
    rows.row(Y.personId, "joins", Y.year, 2016);
    return rows;
  }

  private static void year(
      TestRows rows, String person, boolean leaver, int months, int exits, boolean left) {
    rows.row(
        Y.personId,
        person,
        Y.officialLeaver,
        leaver,
        H.leaverOfficial(),
        leaver,
        Y.personMonths,
        months,
        Y.exits,
        exits,
        Y.left,
        left);
  }

  private static Dataset<Row> all() {
    return rows().where("breakdown = 'all' and occupation_level = 'all' and year = 2015");
  }

  @Test
  void shouldCountJoinersWhoLeaveInTheLeaverRateAndNotInTheStabilityIndex() {
    assertRows(all(), L.atStart, L.atEnd, L.leavers, L.leaversOfStart).areExactly("9 9 3 2");
    Row row = all().first();
    double rate = row.<Double>getAs(L.leaverRate.value().name());
    double stability = row.<Double>getAs(L.stability.value().name());
    assertThat(rate).isCloseTo(3 / 9.0, within(1e-12));
    assertThat(stability).isCloseTo(7 / 9.0, within(1e-12));
    assertThat(rate + stability).isCloseTo(10 / 9.0, within(1e-12));
  }

  @Test
  void shouldSetExitsAgainstMonthsOnAPayroll() {
    // 7 x 12 + 6 + 12 + 4 + 12 + 8 + 2
    assertRows(all(), L.personMonths, L.exits, L.left, L.monthlyLeaving.value())
        .areExactly("128 2 1 0.015625");
  }

  @Test
  void shouldDescribeThoseAtTheEndAsTheyAreThen() {
    assertRows(
            rows().where("breakdown = 'sex' and occupation_level = 'level2' and year = 2015"),
            L.atStart,
            L.atEnd,
            L.occupation,
            L.value)
        .areExactly("9 2 NURSES UNKNOWN", "0 7 NURSES Female");
  }

  @Test
  void shouldGiveNoRateWhereTheNextSeptemberIsNotSeen() {
    assertRows(rows().where("year = 2016"), L.year).areExactly();
    assertRows(rows().where("year = 2014"), L.year).areExactly();
  }

  @Test
  void shouldGiveALeaverRateAboveOneAnIntervalThatHoldsIt() {
    // 3 leavers over a mean headcount of (1 + 0) / 2: the published limits of a count of 3 by
    // Byar's approximation, 0.6030 and 8.7654, over a half.
    TestRows years =
        Years.of()
            .row(Y.personId, "leaves", Y.officialLeaver, true, H.leaverOfficial(), true)
            .row(Y.personId, "comes and goes", Y.atStart, false, Y.officialLeaver, true)
            .row(Y.personId, "so too", Y.atStart, false, Y.officialLeaver, true);
    Row row = rows(years).where("breakdown = 'all' and occupation_level = 'all'").first();
    assertThat(value(row, L.leaverRate.value())).isCloseTo(6, within(1e-12));
    assertThat(value(row, L.leaverRate.low())).isCloseTo(1.205945, within(1e-6));
    assertThat(value(row, L.leaverRate.high())).isCloseTo(17.530729, within(1e-6));
  }

  @Test
  void shouldBeginTheIntervalOfNoLeaversAtNone() {
    // (0 + 1)(1 - 1/9 + 1.959964/3)^3 = 3.668012, over one person.
    TestRows years =
        Years.of()
            .row(Y.personId, "stays", Y.officialLeaver, false, H.leaverOfficial(), false)
            .row(Y.personId, "stays", Y.year, 2016);
    Row row = rows(years).where("breakdown = 'all' and occupation_level = 'all'").first();
    assertThat(value(row, L.leaverRate.value())).isZero();
    assertThat(value(row, L.leaverRate.low())).isZero();
    assertThat(value(row, L.leaverRate.high())).isCloseTo(3.668012, within(1e-6));
  }

  private static double value(Row row, Field field) {
    return row.<Double>getAs(field.name());
  }

  @Test
  void shouldKeepTheCellsThatAreEmptyAtTheStart() {
    // Of two in RA one goes to RB, where nobody was; a third joins RC and leaves in the year.
    TestRows years =
        Years.of()
            .row(Y.personId, "stays", Y.officialLeaver, false, H.leaverOfficial(), false)
            .row(Y.personId, "goes", Y.officialLeaver, false, H.leaverOfficial(), false)
            .row(
                Y.personId,
                "comes and goes",
                Y.atStart,
                false,
                Y.organisation,
                "RC",
                Y.officialLeaver,
                true)
            .row(Y.personId, "stays", Y.year, 2016)
            .row(Y.personId, "goes", Y.year, 2016, Y.organisation, "RB");
    assertRows(
            rows(years).where("breakdown in ('all', 'trust') and occupation_level = 'all'"),
            L.year,
            L.value,
            L.atStart,
            L.atEnd,
            L.leavers,
            L.personMonths,
            L.exits,
            L.leaverRate.value(),
            L.stability.value())
        .areExactly(
            "2015 all 2 2 1 0 0 0.5 1.0",
            "2015 RA 2 1 0 0 0 0.0 1.0",
            "2015 RB 0 1 0 0 0 0.0 -",
            "2015 RC 0 0 1 0 0 - -");
  }
}
