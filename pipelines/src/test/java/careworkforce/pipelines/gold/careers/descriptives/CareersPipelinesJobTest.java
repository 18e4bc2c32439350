package careworkforce.pipelines.gold.careers.descriptives;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.RecordedMonths;
import org.junit.jupiter.api.Test;

class CareersPipelinesJobTest {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final CareersPipelines P = CareersPipelines.TABLE;
  private static final String CLINICAL = "CLINICAL";
  private static final String SUPPORT = "SUPPORT_TO_CLINICAL";

  @Test
  void shouldShareEntrantsOutOverSupportRolesAndOutside() {
    TestRows spells =
        spells()
            .row(S.personId, "there at first", S.firstMonth, "2012-01")
            .row(S.personId, "too early to tell", S.firstMonth, "2012-12")
            .row(S.personId, "new", S.firstMonth, "2015-02")
            .row(S.personId, "new too", S.firstMonth, "2015-03")
            .row(S.personId, "new too", S.firstMonth, "2015-09")
            .row(S.personId, "gone soon", S.firstMonth, "2015-04", S.months, 3)
            .row(S.personId, "gone soon", S.firstMonth, "2015-07", S.state, "LEFT");
    TestRows moves =
        moves()
            .row(V.personId, "a", V.gapMonths, 0, V.headline, true)
            .row(V.personId, "away for a year", V.gapMonths, 12, V.headline, true)
            .row(V.personId, "swap", V.gapMonths, 0, V.headline, false);
    assertRows(
            new CareersPipelinesJob()
                .rows(
                    FakeInputs.of()
                        .with(S, spells.dataset())
                        .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                        .with(V, moves.dataset()))
                .where(P.level.col().equalTo("level2"))
                .where(P.breakdown.col().equalTo(Breakdown.ALL)),
            P.year,
            P.toGroup,
            P.fromGroup,
            P.entrants,
            P.allEntrants)
        .areExactly(
            "2015 NURSES LONGER_AGO 1 4",
            "2015 NURSES NURSING_SUPPORT 1 4",
            "2015 NURSES OUTSIDE 2 4");
  }

  @Test
  void shouldCountOnlyMonthsInWhichJoinersAndMoversCanBothBeTold() {
    TestRows spells =
        spells()
            .row(S.personId, "there at first", S.firstMonth, "2012-01")
            .row(S.personId, "too early", S.firstMonth, "2012-12")
            .row(S.personId, "in time", S.firstMonth, "2013-01")
            .row(S.personId, "too late", S.firstMonth, "2021-10");
    TestRows moves =
        moves()
            .row(V.personId, "a", V.month, "2012-12", V.gapMonths, 0, V.headline, true)
            .row(V.personId, "b", V.month, "2021-09", V.gapMonths, 0, V.headline, true);
    assertRows(
            new CareersPipelinesJob()
                .rows(
                    FakeInputs.of()
                        .with(S, spells.dataset())
                        .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                        .with(V, moves.dataset()))
                .where(P.level.col().equalTo("level2"))
                .where(P.breakdown.col().equalTo(Breakdown.ALL)),
            P.year,
            P.fromGroup,
            P.entrants,
            P.allEntrants)
        .areExactly("2013 OUTSIDE 1 1", "2021 NURSING_SUPPORT 1 1");
  }

  @Test
  void shouldBreakEntrantsDownAsDescribedInTheYearTheyEnterIn() {
    CareerYears y = CareerYears.TABLE;
    TestRows spells =
        spells()
            .row(S.personId, "there at first", S.firstMonth, "2012-01")
            .row(S.personId, "north", S.firstMonth, "2015-02")
            .row(S.personId, "not described", S.firstMonth, "2015-03");
    TestRows years =
        Years.of()
            .row(y.personId, "north", y.year, 2014, y.region, "North East")
            .row(y.personId, "north", y.year, 2015, y.region, "London")
            .row(y.personId, "a", y.year, 2014, y.region, "North East");
    assertRows(
            new CareersPipelinesJob()
                .rows(
                    FakeInputs.of()
                        .with(S, spells.dataset())
                        .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                        .with(
                            V,
                            moves()
                                .row(V.personId, "a", V.gapMonths, 0, V.headline, true)
                                .dataset())
                        .with(y, years.dataset()))
                .where(P.level.col().equalTo("level2"))
                .where(P.breakdown.col().equalTo("region")),
            P.year,
            P.fromGroup,
            P.entrants,
            P.allEntrants,
            P.share.value(),
            P.value)
        .areExactly(
            "2015 NURSING_SUPPORT 1 2 0.5 North East",
            "2015 OUTSIDE 1 2 0.5 North East",
            "2015 OUTSIDE 1 1 1.0 UNKNOWN");
  }

  /**
   * A nurse from September 2015 on, who was support staff of another region and band until August.
   */
  @Test
  void shouldDescribeWhoMovesInSeptemberInThePostComeFrom() {
    CareerYears y = CareerYears.TABLE;
    TestRows spells =
        spells()
            .row(S.personId, "there at first", S.firstMonth, "2012-01")
            .row(S.personId, "new", S.firstMonth, "2015-09");
    TestRows moves =
        moves()
            .row(V.personId, "a", V.month, "2015-09", V.gapMonths, 0, V.headline, true)
            .row(V.personId, "b", V.month, "2015-10", V.gapMonths, 0, V.headline, true);
    TestRows years =
        Years.of()
            .row(y.personId, "a", y.year, 2014, y.region, "North East", y.band, "3")
            .row(y.personId, "a", y.year, 2015, y.region, "London", y.band, "5")
            .row(y.personId, "b", y.year, 2014, y.region, "South West", y.band, "2")
            .row(y.personId, "b", y.year, 2015, y.region, "North East", y.band, "3")
            .row(y.personId, "new", y.year, 2015, y.region, "London", y.band, "5");
    assertRows(
            new CareersPipelinesJob()
                .rows(
                    FakeInputs.of()
                        .with(S, spells.dataset())
                        .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                        .with(V, moves.dataset())
                        .with(y, years.dataset()))
                .where(P.level.col().equalTo("level2"))
                .where(P.breakdown.col().isin("region", "band")),
            P.fromGroup,
            P.entrants,
            P.value)
        .areExactly(
            "NURSING_SUPPORT 2 North East",
            "NURSING_SUPPORT 2 3",
            "OUTSIDE 1 London",
            "OUTSIDE 1 5");
  }

  /**
   * To registered staff from support, a nurse and a secretary on a ward; from infrastructure, a
   * manager; from support long ago; and one who is new. A nurse who becomes a midwife was
   * registered before.
   */
  @Test
  void shouldShareAllRegisteredEntrantsOutOverAllSupportRoles() {
    TestRows spells =
        spells()
            .each(S.lastMonth, "2021-12", S.months, 4, S.state, "ACTIVE", S.firstMonth, "2012-06")
            .row(S.personId, "there at first", S.firstMonth, "2012-01")
            .row(S.personId, "new", S.firstMonth, "2015-02", S.level2, "AHPS", S.level1, CLINICAL);
    TestRows moves = moves().each(V.month, "2015-05", V.gapMonths, 0, V.headline, true);
    move("nurse", "NURSING_SUPPORT", SUPPORT, "NURSES", 0, spells, moves);
    move("ward secretary", "CLERICAL", SUPPORT, "NURSES", 0, spells, moves);
    move("manager", "MANAGERS", "INFRASTRUCTURE", "NURSES", 0, spells, moves);
    move("back", "STT_SUPPORT", SUPPORT, "SCIENTISTS", 12, spells, moves);
    move("midwife", "NURSES", CLINICAL, "MIDWIVES", 0, spells, moves);
    assertRows(
            new CareersPipelinesJob()
                .rows(
                    FakeInputs.of()
                        .with(S, spells.dataset())
                        .with(EsrPersonMonths.TABLE, RecordedMonths.of(spells.dataset()))
                        .with(V, moves.dataset()))
                .where(P.level.col().equalTo("level1"))
                .where(P.breakdown.col().equalTo(Breakdown.ALL)),
            P.year,
            P.toGroup,
            P.fromGroup,
            P.entrants,
            P.allEntrants,
            P.share.value())
        .areExactly(
            "2015 CLINICAL INFRASTRUCTURE 1 5 0.2",
            "2015 CLINICAL LONGER_AGO 1 5 0.2",
            "2015 CLINICAL OUTSIDE 1 5 0.2",
            "2015 CLINICAL SUPPORT_TO_CLINICAL 2 5 0.4");
  }

  /** A move to registered staff in May 2015, with the spells on both sides of it. */
  private static void move(
      String person,
      String from,
      String part,
      String to,
      int gap,
      TestRows spells,
      TestRows moves) {
    spells.row(S.personId, person, S.level2, from, S.level1, part);
    spells.row(S.personId, person, S.firstMonth, "2015-05", S.level2, to, S.level1, CLINICAL);
    moves.row(V.personId, person, V.fromGroup, from, V.toGroup, to, V.gapMonths, gap);
  }

  private static TestRows spells() {
    return TestRows.of(S)
        .each(
            S.lastMonth,
            "2021-12",
            S.months,
            4,
            S.state,
            "ACTIVE",
            S.level2,
            "NURSES",
            S.leftCensored,
            false,
            S.rightCensored,
            false,
            S.leaverOfficial,
            false);
  }

  private static TestRows moves() {
    return TestRows.of(V)
        .each(
            V.month, "2015-05",
            V.fromGroup, "NURSING_SUPPORT",
            V.toGroup, "NURSES",
            V.viaGap, false,
            V.means, "direct",
            V.trainingMonths, 0,
            V.direction, "up",
            V.secondaryPromoted, false);
  }
}
