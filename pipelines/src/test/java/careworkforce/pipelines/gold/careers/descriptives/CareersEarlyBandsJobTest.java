package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.RecordedMonths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Nurses and midwives who enter in March 2015, looked for in March 2017. */
class CareersEarlyBandsJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final CareersEarlyBands B = CareersEarlyBands.TABLE;

  private final TestRows spells =
      TestRows.of(S)
          .each(S.state, "ACTIVE", S.months, 12, S.lastMonth, "2019-12")
          .row(S.personId, "there at first", S.firstMonth, "2012-01", S.level2, "NURSES");
  private final TestRows exits = TestRows.of(MassExits.TABLE);

  private void person(String name, String group, int rank, String later, String state, int rose) {
    spells.row(
        S.personId,
        name,
        S.firstMonth,
        "2015-03",
        S.lastMonth,
        "2017-02",
        S.organisation,
        "RA",
        S.leaverEsr,
        state.equals("LEFT"),
        S.level2,
        group,
        S.bandRank,
        rank);
    spells.row(
        S.personId, name,
        S.firstMonth, "2017-03",
        S.state, state,
        S.level2, later,
        S.bandRank, rose);
  }

  private Dataset<Row> rows() {
    return new CareersEarlyBandsJob()
        .rows(
            FakeInputs.of()
                .with(S, spells.dataset())
                .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                .with(MassExits.TABLE, exits.dataset()));
  }

  @Test
  void shouldSetMidwivesInBandSixAfterTwoYearsBesideNurses() {
    person("a", "NURSES", 50, "NURSES", "ACTIVE", 60);
    person("b", "NURSES", 50, "NURSES", "ACTIVE", 50);
    person("c", "NURSES", 50, "MANAGERS", "ACTIVE", 70);
    person("d", "NURSES", 50, null, "LEFT", 0);
    person("e", "MIDWIVES", 50, "MIDWIVES", "ACTIVE", 60);
    person("f", "MIDWIVES", 40, "MIDWIVES", "PARENTAL", 81);
    person("in band 6 at once", "MIDWIVES", 60, "MIDWIVES", "ACTIVE", 60);
    assertRows(
            rows(),
            B.year,
            B.group,
            B.persons,
            B.stillThere,
            B.above,
            B.share.value(),
            B.overNurses)
        .areExactly("2015 NURSES 4 2 1 0.25 1.0", "2015 MIDWIVES 2 2 2 1.0 4.0");
  }

  /** One is told too late to be looked up after two years, one transferred with a service. */
  @Test
  void shouldLeaveOutThoseOfWhomItCannotBeTold() {
    person("a", "NURSES", 50, "NURSES", "ACTIVE", 60);
    person("service", "NURSES", 50, null, "LEFT", 0);
    spells.row(S.personId, "late", S.firstMonth, "2018-03", S.level2, "NURSES", S.bandRank, 50);
    exits.row(
        MassExits.TABLE.organisation, "RA",
        MassExits.TABLE.level2, "NURSES",
        MassExits.TABLE.month, "2017-02");
    assertRows(rows(), B.year, B.group, B.persons).areExactly("2015 NURSES 1");
  }
}
