package careworkforce.pipelines.gold.careers.consequences;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.HeadlineMoves;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * January 2014 to January 2018. In January 2016 two support workers become nurses, one in each of
 * two trusts; two others stay, one in each. Pay of those who stay goes from £10 to £10 and £11, of
 * movers from £10 to £15 and £16; the mover of trust RA leaves at the end of 2016.
 */
class CareersEventPathsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrPersons P = EsrPersons.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final MassExits X = MassExits.TABLE;
  private static final CareersEventPaths E = CareersEventPaths.TABLE;
  private static final String STAYERS = "moves between occupation groups, against matched stayers";
  private static final String RECRUITS = "moves between occupation groups, against direct recruits";
  private static final String LEAVE = "returns from parental leave, against matched staff";
  private static final int BEGIN = Month.of(2014, 1).number();
  private static final int END = Month.of(2018, 1).number();
  private static final int MOVE = Month.of(2016, 1).number();

  private final TestRows months =
      TestRows.of(M)
          .each(
              M.level1, "CLINICAL",
              M.groupsHeld, 2,
              M.inTraining, false,
              M.assignment, "1",
              M.assignments, 1,
              M.fte, "1",
              M.contract, "Permanent",
              M.age, 35,
              M.state, "ACTIVE");
  private final TestRows persons =
      TestRows.of(P)
          .each(
              P.conflict,
              false,
              P.birthYears,
              1L,
              P.sexes,
              1L,
              P.sex,
              "Female",
              P.lastMonth,
              "2018-01");
  private final TestRows moves = HeadlineMoves.rows();

  private void stay(String person, String trust, int first, int last, boolean nurse, String pay) {
    for (int month = first; month <= last; month++) {
      months.row(
          M.personId,
          person,
          M.month,
          date(month),
          M.organisation,
          trust,
          M.level2,
          nurse ? "NURSES" : "NURSING_SUPPORT",
          M.band,
          nurse ? "5" : "2",
          M.bandRank,
          nurse ? 50 : 20,
          M.hourlyPay,
          pay);
    }
  }

  private void person(String person, int entry) {
    persons.row(P.personId, person, P.firstMonth, date(entry));
  }

  private static String date(int month) {
    return new Month(month).firstDay().toString();
  }

  private void move(String person, String trust, int last, String pay) {
    person(person, BEGIN);
    stay(person, trust, BEGIN, MOVE - 1, false, "10");
    stay(person, trust, MOVE, last, true, pay);
    moves.row(V.personId, person, V.month, date(MOVE));
  }

  private FakeInputs world() {
    move("mover of RA", "RA", Month.of(2016, 12).number(), "15");
    move("mover of RB", "RB", END, "16");
    person("stayer of RA", BEGIN);
    stay("stayer of RA", "RA", BEGIN, END, false, "10");
    person("stayer of RB", BEGIN);
    stay("stayer of RB", "RB", BEGIN, MOVE - 1, false, "10");
    stay("stayer of RB", "RB", MOVE, END, false, "11");
    person("recruit of RA", MOVE);
    stay("recruit of RA", "RA", MOVE, END, true, "13");
    person("recruit of RB", MOVE);
    stay("recruit of RB", "RB", MOVE, END, true, "14");
    return recorded(FakeInputs.of(), months.dataset())
        .with(P, persons.dataset())
        .with(V, moves.dataset());
  }

  /** Person-months, and the spells that they make, worked out once for all that reads them. */
  private static FakeInputs recorded(FakeInputs inputs, Dataset<Row> panel) {
    FakeInputs with = inputs.with(M, panel.localCheckpoint());
    return with.with(EsrSpells.TABLE, new EsrSpellsJob().rows(with).localCheckpoint());
  }

  private static Dataset<Row> paths(FakeInputs inputs, String sample, String outcome) {
    return new CareersEventPathsJob()
        .rows(inputs)
        .where(E.sample.col().equalTo(lit(sample)).and(E.outcome.col().equalTo(lit(outcome))));
  }

  private static Row at(Dataset<Row> paths, int k) {
    return paths.where(E.eventMonth.col().equalTo(lit(k))).first();
  }

  @Test
  void shouldTakeTheChangeOfStayersFromThatOfMovers() {
    Row first = at(paths(world(), STAYERS, "log_hourly_pay"), 0);
    double stayers = Math.log(1.1) / 2;
    double movers = (Math.log(1.5) + Math.log(1.6)) / 2;
    assertThat(first.<Double>getAs("estimate")).isCloseTo(movers - stayers, within(1e-9));
    assertThat(first.<Double>getAs("comparison_mean")).isCloseTo(stayers, within(1e-9));
    assertThat(first.<Long>getAs("n_obs")).isEqualTo(4);
    // Two trusts whose sums, ln 1.5 and ln 1.6 - ln 1.1, lie so far on either side of their mean.
    double apart = Math.abs(Math.log(1.5) - Math.log(1.6) + Math.log(1.1)) / 2;
    assertThat(first.<Double>getAs("std_error")).isCloseTo(apart, within(1e-9));
    assertThat(first.<Double>getAs("p_value")).isNull();
    assertThat(first.<Double>getAs("ci_low")).isNull();
    assertThat(first.<String>getAs("variance"))
        .endsWith("no test and no interval: 2 clusters, and they take 30 or more of a mean by t");
  }

  @Test
  void shouldCountWhoIsNoLongerOnAPayrollAndPayOfThoseWhoAre() {
    FakeInputs world = world();
    assertRows(paths(world, STAYERS, "on_payroll"), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly(
            List.of(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24).stream()
                .map(k -> k + " -0.5 1")
                .toArray(String[]::new));
    assertThat(at(paths(world, STAYERS, "log_hourly_pay"), 12).<Long>getAs("n_obs")).isEqualTo(3);
  }

  @Test
  void shouldCountAMonthOffThePayrollThatSomebodyReturnsFrom() {
    FakeInputs world = world();
    Dataset<Row> panel = world.table(M);
    Dataset<Row> away =
        panel.where(
            not(
                M.personId
                    .col()
                    .equalTo(lit("stayer of RA"))
                    .and(M.month.col().cast("string").equalTo(lit(date(MOVE + 3))))));
    Dataset<Row> firstYear =
        paths(recorded(world, away), STAYERS, "on_payroll").where(E.eventMonth.col().lt(lit(12)));
    assertRows(firstYear, E.eventMonth, E.estimate, E.comparisonMean, E.observations)
        .areExactly("3 0.5 0.5 4");
  }

  @Test
  void shouldTakeWhoGoesWithAWholeServiceForNeitherStayingNorLeaving() {
    FakeInputs world = world();
    TestRows exits =
        TestRows.of(X)
            .row(
                X.organisation,
                "RA",
                X.level2,
                "NURSING_SUPPORT",
                X.month,
                date(MOVE + 5),
                X.leavers,
                20L,
                X.staff,
                40L);
    FakeInputs gone = recorded(world, without(world.table(M), "stayer of RA", MOVE + 6));
    assertNobodyLeavesButTheMoverOfRa(gone.with(X, exits.dataset()));
  }

  @Test
  void shouldTakeAnEmployeeTransferForNeitherStayingNorLeaving() {
    FakeInputs world = world();
    Column last = person("stayer of RA").and(month().equalTo(lit(MOVE + 5)));
    Dataset<Row> told =
        world.table(M).withColumn(M.reasonForLeaving.name(), when(last, lit("Employee Transfer")));
    assertNobodyLeavesButTheMoverOfRa(recorded(world, without(told, "stayer of RA", MOVE + 6)));
  }

  /** The mover from event month 12 on, beside the stayer of RB alone. */
  private static void assertNobodyLeavesButTheMoverOfRa(FakeInputs inputs) {
    assertRows(
            paths(inputs, STAYERS, "on_payroll"),
            E.eventMonth,
            E.estimate,
            E.comparisonMean,
            E.observations)
        .areExactly(
            List.of(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24).stream()
                .map(k -> k + " -0.5 1 3")
                .toArray(String[]::new));
  }

  /** A move is proved by three months at work after it, in which no mover can have left. */
  @Test
  void shouldCompareMoversWithThoseAloneWhoWorkOnAsLongAsAMoveMustLast() {
    FakeInputs world = world();
    Dataset<Row> panel = world.table(M);
    FakeInputs gone = recorded(world, without(panel, "stayer of RA", MOVE + 3));
    assertThat(comparisons(gone, STAYERS)).isCloseTo(Math.log(1.1), within(1e-9));
    FakeInputs goneLater = recorded(world, without(panel, "stayer of RA", MOVE + 4));
    assertThat(comparisons(goneLater, STAYERS)).isCloseTo(Math.log(1.1) / 2, within(1e-9));
    FakeInputs recruitGone = recorded(world, without(panel, "recruit of RA", MOVE + 3));
    assertThat(comparisons(recruitGone, RECRUITS)).isCloseTo(Math.log(14), within(1e-9));
  }

  /**
   * Those back from leave are at work in event month 0, and may go the month after. Beside them
   * stand both who stay, and who would be a mover if the move were told, paid £15 by then.
   */
  @Test
  void shouldCompareThoseBackFromLeaveWithWhoIsAtWorkInTheMonthOfReturn() {
    FakeInputs world = world();
    Column leave = person("mover of RB").and(month().between(lit(MOVE - 6), lit(MOVE - 1)));
    Dataset<Row> panel =
        world
            .table(M)
            .withColumn(M.state.name(), when(leave, lit("PARENTAL")).otherwise(M.state.col()));
    FakeInputs back = recorded(world.with(V, HeadlineMoves.rows().dataset()), panel);
    double others = Math.log(1.1) + Math.log(1.5);
    assertThat(comparisons(back, LEAVE)).isCloseTo(others / 3, within(1e-9));
    FakeInputs gone = recorded(back, without(panel, "stayer of RA", MOVE + 1));
    assertThat(comparisons(gone, LEAVE)).isCloseTo(others / 3, within(1e-9));
    FakeInputs goneBefore = recorded(back, without(panel, "stayer of RA", MOVE));
    assertThat(comparisons(goneBefore, LEAVE)).isCloseTo(others / 2, within(1e-9));
  }

  @Test
  void shouldTellNothingOfWhatIsSeenInOneTrustAlone() {
    FakeInputs world = world();
    FakeInputs one = recorded(world, world.table(M).where(M.organisation.col().equalTo(lit("RA"))));
    assertThat(new CareersEventPathsJob().rows(one).count()).isZero();
  }

  /** Mean pay of the comparisons in event month 0. */
  private static double comparisons(FakeInputs inputs, String sample) {
    return at(paths(inputs, sample, "log_hourly_pay"), 0).<Double>getAs("comparison_mean");
  }

  /** The panel without the months of a person from one on. */
  private static Dataset<Row> without(Dataset<Row> panel, String person, int from) {
    return panel.where(not(person(person).and(month().geq(lit(from)))));
  }

  private static Column person(String person) {
    return M.personId.col().equalTo(lit(person));
  }

  private static Column month() {
    return Month.number(M.month.col());
  }

  @Test
  void shouldSetMoversBesideThoseRecruitedIntoTheSameJobInTheSameMonth() {
    Row first = at(paths(world(), RECRUITS, "log_hourly_pay"), 0);
    assertThat(first.<String>getAs("estimator")).isEqualTo("matched difference");
    assertThat(first.<Double>getAs("comparison_mean"))
        .isCloseTo((Math.log(13) + Math.log(14)) / 2, within(1e-9));
  }

  /** Those alone who are still there can move later: without them fewer comparisons would stay. */
  @Test
  void shouldCompareWithWhoMovesLaterAndNotWithWhoMovedInTheYearBefore() {
    FakeInputs world = world();
    Dataset<Row> later = moves.dataset().unionByName(moveOf("stayer of RB", MOVE + 1));
    assertThat(comparisons(world.with(V, later), STAYERS))
        .isCloseTo(Math.log(1.1) / 2, within(1e-9));
    Dataset<Row> before = moves.dataset().unionByName(moveOf("stayer of RB", MOVE - 12));
    assertThat(comparisons(world.with(V, before), STAYERS)).isZero();
  }

  private static Dataset<Row> moveOf(String person, int month) {
    return HeadlineMoves.rows().row(V.personId, person, V.month, date(month)).dataset();
  }

  /** A third support worker becomes a nurse in December 2015, when no nurse is recruited. */
  @Test
  void shouldTellTheEventsThatNobodyIsThereToCompareWith() {
    person("early mover", BEGIN);
    stay("early mover", "RA", BEGIN, MOVE - 2, false, "10");
    stay("early mover", "RA", MOVE - 1, END, true, "15");
    moves.row(V.personId, "early mover", V.month, date(MOVE - 1));
    Dataset<Row> firstPay =
        paths(world(), RECRUITS, "log_hourly_pay").where(E.eventMonth.col().equalTo(lit(0)));
    assertRows(firstPay, E.events, E.unmatched, E.observations).areExactly("2 1 4");
  }

  @Test
  void shouldTakeFiveComparisonsForEachMoverOutOfALargePool() {
    FakeInputs world = world();
    Dataset<Row> panel = stayingToo(world.table(M), 400);
    Dataset<Row> people = stayingToo(world.table(P), 400);
    Row first = at(paths(recorded(world, panel).with(P, people), STAYERS, "log_hourly_pay"), 0);
    assertThat(first.<Long>getAs("n_obs")).isEqualTo(2 + 2 * 5);
  }

  /** Rows with those of a stayer for so many more persons. */
  private static Dataset<Row> stayingToo(Dataset<Row> rows, int more) {
    Dataset<Row> same = rows.where(M.personId.col().equalTo(lit("stayer of RA")));
    Dataset<Row> others =
        same.crossJoin(rows.sparkSession().range(more).toDF("other"))
            .withColumn(M.personId.name(), concat(lit("stayer "), col("other")))
            .drop("other");
    return rows.unionByName(others);
  }

  @Test
  void shouldLeaveOutEventsWhoseTwoYearsReachPastTheRecord() {
    FakeInputs world = world();
    Dataset<Row> shorter =
        world.table(M).where(M.month.col().lt(lit(java.sql.Date.valueOf("2018-01-01"))));
    assertThat(paths(recorded(world, shorter), STAYERS, "on_payroll").count()).isZero();
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    FakeInputs world = world();
    SameTables.assertNear(
        Partitions.of(1, () -> paths(world, STAYERS, "log_hourly_pay")),
        Partitions.of(5, () -> paths(world, STAYERS, "log_hourly_pay")),
        1e-9);
  }
}
