package careworkforce.pipelines.gold.careers.gaps;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * In two trusts: women who are ten nurses at £20 and thirty support workers at £10, men who are
 * thirty nurses at £22 and ten support workers at £11.
 */
class CareersPayGapsJobTest {
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;
  private static final EsrPersons P = EsrPersons.TABLE;
  private static final CareersPayGaps G = CareersPayGaps.TABLE;

  private final TestRows months =
      TestRows.of(M)
          .each(
              M.level1,
              "CLINICAL",
              M.groupsHeld,
              2,
              M.inTraining,
              false,
              M.assignment,
              "1",
              M.assignments,
              1,
              M.age,
              35,
              M.state,
              "ACTIVE");
  private final TestRows persons =
      TestRows.of(P)
          .each(
              P.conflict,
              false,
              P.birthYears,
              1L,
              P.sexes,
              1L,
              P.ethnicity,
              "A",
              P.firstMonth,
              "2013-01",
              P.lastMonth,
              "2015-12");
  private int count;

  private int trusts = 2;

  private void staff(int number, String sex, boolean nurse, String pay) {
    for (int i = 0; i < number; i++) {
      String id = "p" + count++;
      persons.row(P.personId, id, P.sex, sex);
      for (String month : new String[] {"2014-09", "2015-09", "2015-12"}) {
        months.row(
            M.personId,
            id,
            M.month,
            month,
            M.organisation,
            "R" + (char) ('A' + i % trusts),
            M.level2,
            nurse ? "NURSES" : "NURSING_SUPPORT",
            M.band,
            nurse ? "5" : "2",
            M.hourlyPay,
            month.equals("2015-12") ? "99" : pay);
      }
    }
  }

  private FakeInputs world() {
    staff(10, "Female", true, "20");
    staff(30, "Female", false, "10");
    staff(30, "Male", true, "22");
    staff(10, "Male", false, "11");
    return FakeInputs.of().with(M, months.dataset()).with(P, persons.dataset());
  }

  private static Dataset<Row> told;

  /** What the job tells of the world as it is, in one partition. */
  private static Dataset<Row> told() {
    if (told == null) {
      FakeInputs world = new CareersPayGapsJobTest().world();
      told = Partitions.of(1, () -> new CareersPayGapsJob().rows(world));
    }
    return told;
  }

  private static Map<String, Double> gaps(Dataset<Row> rows) {
    Map<String, Double> gaps = new HashMap<>();
    rows.collectAsList()
        .forEach(
            row ->
                gaps.put(row.getAs("estimator") + ": " + row.getAs("term"), row.getAs("estimate")));
    return gaps;
  }

  @Test
  void shouldSplitTheGapOfTheLastSeptemberByOccupationAtMensPay() {
    Map<String, Double> gaps = gaps(told());
    double gap = (Math.log(20) + 3 * Math.log(10) - 3 * Math.log(22) - Math.log(11)) / 4;
    assertThat(gaps.get("unadjusted: gap")).isCloseTo(gap, within(1e-9));
    assertThat(gaps.get("without occupation: explained")).isCloseTo(0, within(1e-9));
    // Half of the women would have to be nurses too, which pays men ln 2 more.
    assertThat(gaps.get("with occupation: explained")).isCloseTo(-0.5 * Math.log(2), within(1e-9));
    assertThat(gaps.get("with occupation: unexplained"))
        .isCloseTo(gap + 0.5 * Math.log(2), within(1e-9));
  }

  @Test
  void shouldSayNothingOfAPairOfWhichOneGroupIsNotThere() {
    assertThat(told().where(G.sample.col().startsWith("minority")).count()).isZero();
  }

  @Test
  void shouldLeaveStaffWithoutACounterpartOutOfTheSplitAndNotOutOfTheGap() {
    staff(2, "Male", false, "30");
    for (int i = 0; i < 2; i++) {
      persons.row(P.personId, "m" + i, P.sex, "Male");
      months.row(
          M.personId, "m" + i,
          M.month, "2015-09",
          M.organisation, "RA",
          M.level2, "MANAGERS",
          M.band, "8a",
          M.hourlyPay, "40");
    }
    Dataset<Row> rows = new CareersPayGapsJob().rows(world());
    assertThat(observations(rows, "unadjusted") - observations(rows, "with occupation"))
        .isEqualTo(2);
  }

  @Test
  void shouldJudgeTheGapByItsSpreadOverTrustsThatHoldBothGroups() {
    // Either trust has half of each group and so the same gap.
    told()
        .where(G.estimator.col().isin("unadjusted", "without occupation"))
        .where(G.term.col().equalTo(lit("gap")))
        .collectAsList()
        .forEach(row -> assertThat(row.<Double>getAs("std_error")).isCloseTo(0, within(1e-9)));
  }

  @Test
  void shouldSayThatEqualRatesAreOfOneYearsMovesAndPooledGains() {
    world();
    for (int i = 0; i < 2; i++) {
      persons.row(P.personId, "new" + i, P.sex, "Female");
      months.row(
          M.personId, "new" + i,
          M.month, "2015-09",
          M.organisation, "RA",
          M.level2, "NURSES",
          M.band, "5",
          M.hourlyPay, "20");
    }
    Dataset<Row> rows =
        new CareersPayGapsJob()
            .rows(FakeInputs.of().with(M, months.dataset()).with(P, persons.dataset()));
    // Two who are new have no September before the last and are in the gap alone.
    assertThat(observations(rows, "unadjusted") - observations(rows, "equal move rates"))
        .isEqualTo(2);
    Row equal = rows.where(G.estimator.col().equalTo(lit("equal move rates"))).first();
    assertThat(equal.<String>getAs("sample")).contains("both of the last two Septembers");
    assertThat(equal.<String>getAs("why")).contains("moves of one year", "both groups' movers");
  }

  /**
   * Ten trusts, of which the sandwich and the jackknife with t would each promise too much: in five
   * of them one more woman is paid £25, and in three a man comes up to be a nurse.
   */
  @Test
  void shouldTestByTheBootstrapWhereTrustsAreFew() {
    trusts = 10;
    staff(5, "Female", true, "25");
    staff(3, "Male", true, "22");
    FakeInputs world = world();
    Column before =
        M.personId.col().isin("p5", "p6", "p7").and(M.month.col().cast("string").lt("2015"));
    Dataset<Row> panel =
        world
            .table(M)
            .withColumn(
                M.level2.name(), when(before, lit("NURSING_SUPPORT")).otherwise(M.level2.col()))
            .withColumn(
                M.hourlyPay.name(),
                when(before, lit(11).cast(M.hourlyPay.type())).otherwise(M.hourlyPay.col()));
    Dataset<Row> rows = new CareersPayGapsJob().rows(world.with(M, panel));
    String bootstrap =
        ", test and interval by wild cluster bootstrap by scores of 9999 draws, six-point weights";
    assertDrawn(row(rows, "unadjusted", "gap"), "cluster:organisation" + bootstrap);
    assertDrawn(row(rows, "with occupation", "unexplained"), "cluster:organisation" + bootstrap);
    assertDrawn(
        row(rows, "equal move rates", "change of the gap"), "jackknife over trusts" + bootstrap);
  }

  private static void assertDrawn(Row row, String variance) {
    assertThat(row.<String>getAs(G.variance.name())).isEqualTo(variance);
    double estimate = row.getAs(G.estimate.name());
    assertThat(row.<Double>getAs(G.ciLow.name())).isLessThan(estimate);
    assertThat(row.<Double>getAs(G.ciHigh.name())).isGreaterThan(estimate);
    assertThat(row.<Double>getAs(G.pValue.name())).isBetween(0.0, 1.0);
  }

  @Test
  void shouldNeitherTestNorGiveAnIntervalOfTwoTrusts() {
    Row row = row(told(), "unadjusted", "gap");
    assertThat(row.<Double>getAs(G.pValue.name())).isNull();
    assertThat(row.<Double>getAs(G.ciLow.name())).isNull();
    assertThat(row.<Double>getAs(G.stdError.name())).isNotNull();
    assertThat(row.<String>getAs(G.variance.name()))
        .endsWith("no test and no interval: 2 clusters, and they take 6 or more");
  }

  private static Row row(Dataset<Row> rows, String estimator, String term) {
    return rows.where(G.estimator.col().equalTo(lit(estimator)))
        .where(G.term.col().equalTo(lit(term)))
        .first();
  }

  private static long observations(Dataset<Row> rows, String estimator) {
    return rows.where(G.estimator.col().equalTo(lit(estimator))).first().<Long>getAs("n_obs");
  }

  /** Nurses of many wages, whose logarithms as doubles add up to another sum from the end. */
  @Test
  void shouldDependNeitherOnTheNumberOfPartitionsNorOnTheOrderOfRows() {
    for (int i = 1; i < 30; i++) {
      staff(2, "Female", true, (20 + i) + ".37");
    }
    FakeInputs world = world();
    SameTables.assertSame(
        Partitions.of(1, () -> new CareersPayGapsJob().rows(world)),
        Partitions.of(5, () -> new CareersPayGapsJob().rows(world)));
    Dataset<Row> turned = Partitions.turned(months.dataset());
    SameTables.assertSame(
        PayCells.of(world.with(M, turned)), PayCells.of(world.with(M, Partitions.turned(turned))));
  }
}
