package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.CareerYearsJob;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.EsrSpells;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The year from 30 September 2014 in two trusts and two occupations. Of ten nurses of the acute
 * trust RA six stay, one becomes a nurse of the community trust RB, one a manager of RA, one leaves
 * the NHS and one is on leave at the end. Of two managers of RB one stays and one becomes a nurse
 * of RA. A nurse joins RA and leaves the NHS within the year.
 */
class CareersLeavingOfGroupTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final CareersLeaving L = CareersLeaving.TABLE;
  private static Dataset<Row> leaving;

  @BeforeAll
  static void follow() {
    TestRows spells =
        TestRows.of(S)
            .each(S.leftCensored, false, S.rightCensored, false, S.leaverOfficial, false)
            .each(S.leaverEsr, false);
    for (int i = 1; i <= 6; i++) {
      at(spells, "stays" + i, "2014-09", "2016-12", "ACTIVE", "RA", "NURSES");
    }
    goes(spells, "to the other trust", "RA", "NURSES", "RB", "NURSES");
    goes(spells, "to the other occupation", "RA", "NURSES", "RA", "MANAGERS");
    at(spells, "leaves", "2014-09", "2015-03", "ACTIVE", "RA", "NURSES");
    absent(spells, "leaves");
    at(spells, "on leave", "2014-09", "2015-06", "ACTIVE", "RA", "NURSES");
    at(spells, "on leave", "2015-07", "2016-12", "PARENTAL", "RA", "NURSES");
    at(spells, "manager", "2014-09", "2016-12", "ACTIVE", "RB", "MANAGERS");
    goes(spells, "to both others", "RB", "MANAGERS", "RA", "NURSES");
    at(spells, "joins and leaves", "2015-01", "2015-03", "ACTIVE", "RA", "NURSES");
    absent(spells, "joins and leaves");
    Dataset<Row> years =
        new CareerYearsJob()
            .rows(FakeInputs.of().with(S, spells.dataset()).with(Trusts.TABLE, trusts()));
    leaving =
        new CareersLeavingJob()
            .rows(FakeInputs.of().with(CareerYears.TABLE, years))
            .where("year = 2014 and occupation_level in ('all', 'level2')")
            .where("breakdown in ('all', 'trust', 'trust_type')")
            .cache();
  }

  private static void goes(
      TestRows spells, String person, String from, String group, String to, String other) {
    at(spells, person, "2014-09", "2015-03", "ACTIVE", from, group);
    at(spells, person, "2015-04", "2016-12", "ACTIVE", to, other);
  }

  private static void at(
      TestRows spells,
      String person,
      String first,
      String last,
      String state,
      String trust,
      String group) {
    spells.row(
        S.personId, person,
        S.firstMonth, first,
        S.lastMonth, last,
        S.months, months(first, last),
        S.state, state,
        S.organisation, trust,
        S.level1, group.equals("NURSES") ? "CLINICAL" : "INFRASTRUCTURE",
        S.level2, group,
        S.level3, group);
  }

  private static void absent(TestRows spells, String person) {
    spells.row(
        S.personId, person,
        S.firstMonth, "2015-04",
        S.lastMonth, "2016-12",
        S.months, months("2015-04", "2016-12"),
        S.state, "LEFT");
  }

  private static int months(String first, String last) {
    return 1
        + (int)
            ChronoUnit.MONTHS.between(
                LocalDate.parse(first + "-01"), LocalDate.parse(last + "-01"));
  }

  private static Dataset<Row> trusts() {
    Trusts t = Trusts.TABLE;
    return TestRows.of(t)
        .row(t.organisation, "RA", t.trustType, "ACUTE")
        .row(t.organisation, "RB", t.trustType, "COMMUNITY")
        .dataset();
  }

  private static Dataset<Row> of(String breakdown) {
    return leaving.where(L.breakdown.col().equalTo(breakdown));
  }

  @Test
  void shouldCountAMoveToAnotherTrustOrOccupationAsLeavingTheGroupThatIsLeft() {
    Field[] counts = {
      L.value,
      L.occupation,
      L.atStart,
      L.atEnd,
      L.leavers,
      L.leaversOfStart,
      L.leaversOfGroup,
      L.leaversOfGroupOfStart
    };
    assertRows(of("all"), counts)
        .areExactly("all all 12 10 3 2 3 2", "all NURSES 10 8 3 2 4 3", "all MANAGERS 2 2 0 0 1 1");
    assertRows(of("trust"), counts)
        .areExactly(
            "RA all 10 8 3 2 4 3",
            "RA NURSES 10 7 3 2 5 4",
            "RA MANAGERS 0 1 0 0 0 0",
            "RB all 2 2 0 0 1 1",
            "RB NURSES 0 1 0 0 0 0",
            "RB MANAGERS 2 1 0 0 1 1");
  }

  @Test
  void shouldSetLeaversOfAGroupAgainstItsOwnHeadcounts() {
    Row trust = of("trust").where("value = 'RA' and occupation = 'all'").first();
    assertThat(value(trust, L.leaverRateOfGroup)).isCloseTo(4 / 9.0, within(1e-12));
    assertThat(value(trust, L.stabilityOfGroup)).isCloseTo(0.7, within(1e-12));
    Row nurses = of("all").where("occupation = 'NURSES'").first();
    assertThat(value(nurses, L.leaverRateOfGroup)).isCloseTo(4 / 9.0, within(1e-12));
    assertThat(value(nurses, L.stabilityOfGroup)).isCloseTo(0.7, within(1e-12));
    Row both = of("trust").where("value = 'RA' and occupation = 'NURSES'").first();
    assertThat(value(both, L.leaverRateOfGroup)).isCloseTo(5 / 8.5, within(1e-12));
    assertThat(value(both, L.stabilityOfGroup)).isCloseTo(0.6, within(1e-12));
    Row everybody = of("all").where("occupation = 'all'").first();
    assertThat(value(everybody, L.leaverRateOfGroup)).isEqualTo(value(everybody, L.leaverRate));
    assertThat(value(everybody, L.stabilityOfGroup)).isEqualTo(value(everybody, L.stability));
  }

  /** Months in RA: 72 of those who stay, 7, 12, 7, 12, and 3 of the joiner and 5 of the manager. */
  @Test
  void shouldCountWhoGoesFromAnAcuteTrustToAnotherKindOrToNoneAsLeavingTheAcuteSector() {
    assertRows(
            of("all").where("occupation = 'all'"),
            L.personMonths,
            L.exits,
            L.acuteMonths,
            L.acuteExits)
        .areExactly("142 2 118 3");
    Row row = of("trust_type").where("value = 'ACUTE' and occupation = 'all'").first();
    assertThat(value(row, L.monthlyLeavingAcute)).isCloseTo(3 / 113.0, within(1e-12));
  }

  private static double value(Row row, Rate rate) {
    return row.<Double>getAs(rate.value().name());
  }
}
