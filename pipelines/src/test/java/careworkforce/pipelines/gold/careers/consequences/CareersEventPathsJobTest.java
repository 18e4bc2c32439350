package careworkforce.pipelines.gold.careers.consequences;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.END;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.MOVE;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.changed;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.date;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.month;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.person;
import static careworkforce.pipelines.gold.careers.consequences.TwoMovers.recorded;
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
import careworkforce.pipelines.silver.spells.HeadlineMoves;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** In the world of {@link TwoMovers}, unless a test says what differs. */
class CareersEventPathsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrPersons P = EsrPersons.TABLE;
  private static final OccupationMoves V = OccupationMoves.TABLE;
  private static final MassExits X = MassExits.TABLE;
  private static final CareersEventPaths E = CareersEventPaths.TABLE;
  private static final String STAYERS = "moves between occupation groups, against matched stayers";
  private static final String RECRUITS = "moves between occupation groups, against direct recruits";
  private static final String LEAVE = "returns from parental leave, against matched staff";

  private static Dataset<Row> told;

  /** What the job tells of the world as it is, in one partition. */
  private static Dataset<Row> told() {
    if (told == null) {
      told = Partitions.of(1, () -> new CareersEventPathsJob().rows(TwoMovers.alone()));
    }
    return told;
  }

  private static Dataset<Row> paths(FakeInputs inputs, String sample, String outcome) {
    return of(new CareersEventPathsJob().rows(inputs), sample, outcome);
  }

  private static Dataset<Row> of(Dataset<Row> told, String sample, String outcome) {
    return told.where(
        E.sample.col().equalTo(lit(sample)).and(E.outcome.col().equalTo(lit(outcome))));
  }

  private static Row at(Dataset<Row> paths, int k) {
    return paths.where(E.eventMonth.col().equalTo(lit(k))).first();
  }

  @Test
  void shouldTakeTheChangeOfStayersFromThatOfMovers() {
    Row first = at(of(told(), STAYERS, "log_hourly_pay"), 0);
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
        .endsWith("no test and no interval: 2 clusters, and they take 6 or more");
  }

  @Test
  void shouldCountWhoIsNoLongerOnAPayrollAndPayOfThoseWhoAre() {
    assertRows(of(told(), STAYERS, "on_payroll"), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly(
            List.of(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24).stream()
                .map(k -> k + " -0.5 1")
                .toArray(String[]::new));
    assertThat(at(of(told(), STAYERS, "log_hourly_pay"), 12).<Long>getAs("n_obs")).isEqualTo(3);
  }

  /** The mover of RA is part time since the move, the stayer of RB from event month 7 on. */
  @Test
  void shouldTellHoursAndPartTimeBesideThoseOfStayers() {
    assertRows(ofTheFirstYear(STAYERS, "fte", 6), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly("6 -0.25 0", "7 -0.125 -0.125", "8 -0.125 -0.125", "9 -0.125 -0.125");
    assertRows(ofTheFirstYear(STAYERS, "part_time", 6), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly("6 0.5 0", "7 0 0.5", "8 0 0.5", "9 0 0.5");
  }

  /** The stayer of RA goes to another trust of the same area, the mover of RB to one far away. */
  @Test
  void shouldTellWhoIsInAnotherTrustAndWhoInAnotherAreaToo() {
    Dataset<Row> trusts = ofTheFirstYear(STAYERS, "other_trust", 0);
    assertRows(trusts, E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly("3 0.5 0", "4 0.5 0", "5 0.5 0", "6 0.5 0", "7 0.5 0", "8 0 0.5", "9 0 0.5");
    assertRows(ofTheFirstYear(STAYERS, "other_area", 7), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly("7 0.5 0", "8 0.5 0", "9 0.5 0");
  }

  @Test
  void shouldTellWhoIsInAnotherGroupThanBefore() {
    assertRows(ofTheFirstYear(STAYERS, "other_group", 0), E.eventMonth, E.estimate)
        .areExactly("9 0.5");
  }

  /** Who changes groups later is not higher in the group held in event month 0. */
  @Test
  void shouldTellWhoIsHigherInTheGroupEnteredBesideStayersAndRecruits() {
    assertRows(
            ofTheFirstYear(STAYERS, "higher_band", 0), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly("6 0.5 0", "7 0.5 0", "8 0.5 0", "9 0.5 0");
    assertRows(
            ofTheFirstYear(RECRUITS, "higher_band", 0), E.eventMonth, E.estimate, E.comparisonMean)
        .areExactly("4 -0.5 0.5", "5 -0.5 0.5", "6 0 0.5", "7 0 0.5", "8 0 0.5", "9 0 0.5");
  }

  /** The path of an outcome from an event month to the ninth. */
  private static Dataset<Row> ofTheFirstYear(String sample, String outcome, int from) {
    return of(told(), sample, outcome).where(E.eventMonth.col().between(lit(from), lit(9)));
  }

  @Test
  void shouldCountAMonthOffThePayrollThatSomebodyReturnsFrom() {
    FakeInputs world = TwoMovers.alone();
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
    FakeInputs world = TwoMovers.alone();
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
    FakeInputs world = TwoMovers.alone();
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
    FakeInputs world = TwoMovers.alone();
    Dataset<Row> panel = world.table(M);
    Dataset<Row> gone =
        new CareersEventPathsJob()
            .rows(
                recorded(
                    world,
                    without(without(panel, "stayer of RA", MOVE + 3), "recruit of RA", MOVE + 3)));
    assertThat(comparisons(gone, STAYERS)).isCloseTo(Math.log(1.1), within(1e-9));
    assertThat(comparisons(gone, RECRUITS)).isCloseTo(Math.log(14), within(1e-9));
    FakeInputs goneLater = recorded(world, without(panel, "stayer of RA", MOVE + 4));
    assertThat(comparisons(goneLater, STAYERS)).isCloseTo(Math.log(1.1) / 2, within(1e-9));
  }

  /**
   * Those back from leave are at work in event month 0, and may go the month after. Beside them
   * stand both who stay, and who would be a mover if the move were told, paid £15 by then.
   */
  @Test
  void shouldCompareThoseBackFromLeaveWithWhoIsAtWorkInTheMonthOfReturn() {
    FakeInputs world = TwoMovers.alone();
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
    FakeInputs world = TwoMovers.alone();
    FakeInputs one = recorded(world, world.table(M).where(M.organisation.col().equalTo(lit("RA"))));
    assertThat(new CareersEventPathsJob().rows(one).count()).isZero();
  }

  /** Mean pay of the comparisons in event month 0. */
  private static double comparisons(FakeInputs inputs, String sample) {
    return comparisons(new CareersEventPathsJob().rows(inputs), sample);
  }

  private static double comparisons(Dataset<Row> told, String sample) {
    return at(of(told, sample, "log_hourly_pay"), 0).<Double>getAs("comparison_mean");
  }

  /** The panel without the months of a person from one on. */
  private static Dataset<Row> without(Dataset<Row> panel, String person, int from) {
    return panel.where(not(person(person).and(month().geq(lit(from)))));
  }

  @Test
  void shouldSetMoversBesideThoseRecruitedIntoTheSameJobInTheSameMonth() {
    Row first = at(of(told(), RECRUITS, "log_hourly_pay"), 0);
    assertThat(first.<String>getAs("estimator")).isEqualTo("matched difference");
    assertThat(first.<Double>getAs("comparison_mean"))
        .isCloseTo((Math.log(13) + Math.log(14)) / 2, within(1e-9));
  }

  /** Those alone who are still there can move later: without them fewer comparisons would stay. */
  @Test
  void shouldCompareWithWhoMovesLaterAndNotWithWhoMovedInTheYearBefore() {
    FakeInputs world = TwoMovers.alone();
    Dataset<Row> moves = world.table(V);
    Dataset<Row> later = moves.unionByName(moveOf("stayer of RB", MOVE + 1));
    assertThat(comparisons(world.with(V, later), STAYERS))
        .isCloseTo(Math.log(1.1) / 2, within(1e-9));
    Dataset<Row> before = moves.unionByName(moveOf("stayer of RB", MOVE - 12));
    assertThat(comparisons(world.with(V, before), STAYERS)).isZero();
  }

  private static Dataset<Row> moveOf(String person, int month) {
    return HeadlineMoves.rows().row(V.personId, person, V.month, date(month)).dataset();
  }

  /** A third support worker becomes a nurse in December 2015, when no nurse is recruited. */
  @Test
  void shouldTellTheEventsThatNobodyIsThereToCompareWith() {
    TwoMovers staff = new TwoMovers();
    staff.become("early mover", "RA", MOVE - 1, END, "15");
    staff.moves.row(V.personId, "early mover", V.month, date(MOVE - 1));
    Dataset<Row> firstPay =
        paths(staff.world(), RECRUITS, "log_hourly_pay").where(E.eventMonth.col().equalTo(lit(0)));
    assertRows(firstPay, E.events, E.unmatched, E.observations).areExactly("2 1 4");
  }

  /**
   * Only the mover of RA is a nurse from nursing support; that of RB, of the same match, is a
   * manager within the band. Both of May 2014 are nurses, beside recruits of that month.
   */
  @Test
  void shouldFollowPathwaysDirectionsAndCohortsByThemselves() {
    TwoMovers staff = new TwoMovers();
    int may = Month.of(2014, 5).number();
    for (String trust : List.of("RA", "RB")) {
      String pay = trust.equals("RA") ? "12" : "13";
      staff.become("early mover of " + trust, trust, may, END, pay);
      staff.moves.row(V.personId, "early mover of " + trust, V.month, date(may));
      staff.person("early recruit of " + trust, may);
      staff.stay("early recruit of " + trust, trust, may, END, true, "12");
    }
    FakeInputs world = staff.world();
    Column other = person("mover of RB");
    Dataset<Row> all =
        new CareersEventPathsJob()
            .rows(
                world.with(
                    V,
                    changed(
                        changed(world.table(V), other, V.toGroup, "MANAGERS"),
                        other,
                        V.direction,
                        "level")))
            .where(E.outcome.col().equalTo(lit("log_hourly_pay")))
            .where(E.eventMonth.col().equalTo(lit(0)))
            .localCheckpoint();
    double stayers = Math.log(1.1) / 2;
    double both = (Math.log(1.5) + Math.log(1.6)) / 2;
    assertTold(all, STAYERS, both - stayers, 4);
    String moves = "moves %s, against matched stayers";
    double nurse = Math.log(1.5) - stayers;
    assertTold(all, String.format(moves, "from nursing support to nurses"), nurse, 3);
    assertTold(all, String.format(moves, "to a higher band"), nurse, 3);
    assertTold(all, String.format(moves, "within a band"), Math.log(1.6) - stayers, 3);
    double recruits = (Math.log(13) + Math.log(14)) / 2;
    double recent = (Math.log(15) + Math.log(16)) / 2 - recruits;
    double earlier = (Math.log(12) + Math.log(13)) / 2 - Math.log(12);
    assertTold(all, RECRUITS, (recent + earlier) / 2, 8);
    String cohorts = "moves between occupation groups, %s cohorts, against direct recruits";
    assertTold(all, String.format(cohorts, "earlier"), earlier, 4);
    assertTold(all, String.format(cohorts, "recent"), recent, 4);
    String nurses = "moves from nursing support to nurses, %s cohorts, against direct recruits";
    assertTold(all, String.format(nurses, "earlier"), earlier, 4);
    assertTold(all, String.format(nurses, "recent"), Math.log(15) - recruits, 3);
    assertThat(all.where(E.sample.col().contains("lower")).count()).isZero();
  }

  private static void assertTold(Dataset<Row> all, String sample, double estimate, long units) {
    Row row = all.where(E.sample.col().equalTo(lit(sample))).first();
    assertThat(row.<Double>getAs("estimate")).as(sample).isCloseTo(estimate, within(1e-9));
    assertThat(row.<Long>getAs("n_obs")).as(sample).isEqualTo(units);
  }

  /** Of more than the 80 that are looked for where two move: 3 x 5 for each, and 50 to spare. */
  @Test
  void shouldTakeFiveComparisonsForEachMoverOutOfALargePool() {
    FakeInputs world = TwoMovers.alone();
    Dataset<Row> panel = stayingToo(world.table(M), 200);
    Dataset<Row> people = stayingToo(world.table(P), 200);
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
    FakeInputs world = TwoMovers.alone();
    Dataset<Row> shorter =
        world.table(M).where(M.month.col().lt(lit(java.sql.Date.valueOf("2018-01-01"))));
    assertThat(paths(recorded(world, shorter), STAYERS, "on_payroll").count()).isZero();
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    SameTables.assertSame(
        of(told(), STAYERS, "log_hourly_pay"),
        Partitions.of(5, () -> paths(TwoMovers.alone(), STAYERS, "log_hourly_pay")));
  }
}
