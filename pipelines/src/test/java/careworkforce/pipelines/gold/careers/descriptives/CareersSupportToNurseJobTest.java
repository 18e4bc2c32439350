package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.RecordedMonths;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * A record from 2013 to 2016, in which entries are told from January 2014, when there is a year
 * before, to September 2016, which three months prove. One stays in nursing support; one becomes a
 * nurse in February 2015, one in June after a year on no payroll, and one of the laboratories'
 * support in March after training. One nurse is new in May.
 */
class CareersSupportToNurseJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final CareersSupportToNurse N = CareersSupportToNurse.TABLE;

  private static Dataset<Row> rows() {
    return rows(TestRows.of(S).each(S.state, "ACTIVE", S.months, 12), TestRows.of(V));
  }

  private static Dataset<Row> rows(TestRows spells, TestRows begun) {
    support("stays", "NURSING_SUPPORT", "2016-12", spells);
    support("direct", "NURSING_SUPPORT", "2015-01", spells);
    support("after a year", "NURSING_SUPPORT", "2014-05", spells);
    support("trained", "STT_SUPPORT", "2014-12", spells);
    nurse("direct", "2015-02", spells);
    nurse("after a year", "2015-06", spells);
    nurse("trained", "2015-03", spells);
    nurse("new", "2015-05", spells);
    TestRows moves =
        begun
            .each(
                V.fromGroup, "NURSING_SUPPORT",
                V.toGroup, "NURSES",
                V.gapMonths, 0,
                V.means, "direct",
                V.headline, true)
            .row(V.personId, "direct", V.month, "2015-02")
            .row(V.personId, "after a year", V.month, "2015-06", V.gapMonths, 12)
            .row(
                V.personId, "trained",
                V.month, "2015-03",
                V.fromGroup, "STT_SUPPORT",
                V.means, "training")
            .row(V.personId, "stays", V.month, "2015-03", V.toGroup, "AHPS")
            .row(V.personId, "swap", V.month, "2015-03", V.headline, false);
    return new CareersSupportToNurseJob()
        .rows(
            FakeInputs.of()
                .with(S, spells.dataset())
                .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                .with(V, moves.dataset()));
  }

  private static void support(String person, String group, String last, TestRows spells) {
    spells.row(
        S.personId, person,
        S.firstMonth, "2013-01",
        S.lastMonth, last,
        S.level1, "SUPPORT_TO_CLINICAL",
        S.level2, group);
  }

  private static void nurse(String person, String first, TestRows spells) {
    spells.row(
        S.personId, person,
        S.firstMonth, first,
        S.lastMonth, "2016-12",
        S.level1, "CLINICAL",
        S.level2, "NURSES");
  }

  private static Column of(String group, String means) {
    return N.fromGroup.col().equalTo(group).and(N.means.col().equalTo(means));
  }

  @Test
  void shouldSetTheShareOfNewNursesBesideTheRateFromSupportByTheSameYear() {
    assertRows(
            rows().where(of("NURSING_SUPPORT", "all")),
            N.year,
            N.months,
            N.entrants,
            N.allEntrants,
            N.pipe.value(),
            N.moves,
            N.personMonths,
            N.rate.value())
        .areExactly(
            "2013 9 0 0 - 0 23 0.0", "2014 12 1 4 0.25 2 16 0.125", "2015 12 0 0 - 0 12 0.0");
  }

  @Test
  void shouldTellAllSupportRolesAndTheMeans() {
    assertRows(
            rows().where(N.year.col().equalTo(2014).and(N.level.col().equalTo("level1"))),
            N.fromGroup,
            N.means,
            N.entrants,
            N.allEntrants,
            N.moves,
            N.personMonths)
        .areExactly(
            "SUPPORT_TO_CLINICAL all 2 4 3 19",
            "SUPPORT_TO_CLINICAL direct 1 4 2 19",
            "SUPPORT_TO_CLINICAL training 1 4 1 19");
  }

  @Test
  void shouldTakeLearnersFromOutsideForNoSupportStaff() {
    TestRows spells = TestRows.of(S).each(S.state, "ACTIVE", S.months, 12);
    support("apprentice", OccupationGroups.NURSING_LEARNERS, "2015-03", spells);
    nurse("apprentice", "2015-04", spells);
    TestRows moves =
        TestRows.of(V)
            .row(
                V.personId, "apprentice",
                V.month, "2015-04",
                V.fromGroup, OccupationGroups.NURSING_LEARNERS,
                V.toGroup, "NURSES",
                V.gapMonths, 0,
                V.means, "direct",
                V.headline, true);
    assertRows(
            rows(spells, moves)
                .where(N.year.col().equalTo(2014).and(of("SUPPORT_TO_CLINICAL", "all"))),
            N.entrants,
            N.allEntrants,
            N.moves,
            N.personMonths)
        .areExactly("2 5 3 19");
  }

  @Test
  void shouldGiveBothWithTheirIntervals() {
    assertRows(
            rows()
                .where(of("NURSING_SUPPORT", "all").and(N.year.col().equalTo(2014)))
                .where(N.pipe.low().col().between(0.045, 0.046))
                .where(N.pipe.high().col().between(0.699, 0.7))
                .where(N.rate.low().col().between(0.014, 0.0142))
                .where(N.rate.high().col().between(0.45, 0.452)),
            N.year)
        .areExactly("2014");
  }
}
