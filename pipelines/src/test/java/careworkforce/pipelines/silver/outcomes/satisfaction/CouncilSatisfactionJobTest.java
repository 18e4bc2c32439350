package careworkforce.pipelines.silver.outcomes.satisfaction;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascs.AscsResponses;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilSatisfactionJobTest {
  private static final AscsResponses A = AscsResponses.TABLE;
  private static final CouncilSatisfaction S = CouncilSatisfaction.TABLE;

  /**
   * Stratum 1: 3 of 4 satisfied among 40; stratum 2: 1 of 3 among 300. Estimate 100 (40·3/4 +
   * 300/3)/340 = 38.2353. Variance of the count 40²·(3/16)·(1 − 4/40)/3 + 300²·(2/9)·(1 − 3/300)/2
   * = 90 + 9900 = 9990; margin 1.96·100/340·√9990 = 57.6187.
   */
  @Test
  void shouldWeighStrataByPopulationWithTheOfficialVariance() {
    TestRows answers = asked();
    for (int n = 0; n < 4; n++) {
      answers.row(A.serialNo, "a" + n, A.answer("q1"), n == 0 ? 5 : 1);
    }
    for (int n = 0; n < 3; n++) {
      answers.row(
          A.serialNo, "b" + n, A.stratum, "2", A.popInStratum, 300, A.answer("q1"), n == 0 ? 2 : 4);
    }
    Row all = of("3A", "all", answers);
    assertThat(all.<Long>getAs("respondents")).isEqualTo(7);
    assertThat(all.<Long>getAs("population")).isEqualTo(340);
    assertThat(all.<Double>getAs("estimate")).isCloseTo(100 * 130.0 / 340, within(1e-9));
    assertThat(all.<Double>getAs("margin"))
        .isCloseTo(1.96 * 100 / 340 * Math.sqrt(9990), within(1e-9));
    assertThat(of("3A", "1", answers).<Double>getAs("estimate")).isEqualTo(75);
  }

  @ParameterizedTest
  @CsvSource({"1,1,100", "1,2,100", "1,3,0", "1,7,0", "3,1,100", "3,2,0", "1,-9,", "1,8,", "3,6,"})
  void shouldFoldSevenAnswersToFiveAndTakeEasyReadAsItStands(
      String questionnaire, int answer, Double satisfied) {
    TestRows answers = asked();
    for (int n = 0; n < 3; n++) {
      answers.row(A.serialNo, "a" + n, A.questionnaire, questionnaire, A.answer("q1"), answer);
    }
    Dataset<Row> rows = estimates(answers).where("measure = '3A' and stratum = 'all'");
    if (satisfied == null) {
      assertThat(rows.count()).isZero();
    } else {
      assertThat(rows.first().<Double>getAs("estimate")).isEqualTo(satisfied);
    }
  }

  @Test
  void shouldSubtractEightAnswersFromThirtyTwoAndWantAllOfThem() {
    TestRows answers = asked();
    for (int n = 0; n < 3; n++) {
      answers.row(
          A.serialNo,
          "a" + n,
          A.answer("q3a"),
          1,
          A.answer("q4a"),
          2,
          A.answer("q5a"),
          3,
          A.answer("q6a"),
          4,
          A.answer("q7a"),
          1,
          A.answer("q8a"),
          2,
          A.answer("q9a"),
          3,
          A.answer("q11"),
          n == 2 ? 2 : 4);
    }
    answers.row(A.serialNo, "a3", A.answer("q3a"), 1);
    Row mean = of("1A", "all", answers);
    assertThat(mean.<Long>getAs("respondents")).isEqualTo(3);
    assertThat(mean.<Double>getAs("estimate")).isCloseTo((12 + 12 + 14) / 3.0, within(1e-12));
    assertThat(of("1B", "all", answers).<Double>getAs("estimate")).isEqualTo(100);
    assertThat(of("1L1", "all", answers).<Double>getAs("estimate")).isZero();
  }

  @Test
  void shouldLeaveOutThoseWhoNeverLookedForInformation() {
    TestRows answers = asked();
    for (int answer = 1; answer <= 5; answer++) {
      answers.row(A.serialNo, "a" + answer, A.answer("q12"), answer);
    }
    assertThat(of("3D1", "all", answers).<Double>getAs("estimate")).isEqualTo(50);
  }

  @Test
  void shouldSuppressOneOrTwoRespondentsAndGiveNoVarianceToOneAlone() {
    TestRows answers = asked();
    for (int n = 0; n < 3; n++) {
      answers.row(A.serialNo, "a" + n, A.answer("q7b"), 1);
    }
    answers.row(A.serialNo, "b", A.stratum, "2", A.answer("q7b"), 2);
    assertRows(
            estimates(answers),
            S.stratum,
            S.respondents,
            S.suppressed,
            S.estimate,
            S.variance,
            S.margin)
        .areExactly("1 3 false 100.0 0.0 0.0", "2 1 true - - -", "all 4 false 50.0 - -");
  }

  @Test
  void shouldHearOnlyThoseWhoRespondedAndKeepYearsApart() {
    TestRows answers = asked();
    for (int n = 0; n < 3; n++) {
      answers
          .row(A.serialNo, "a" + n, A.answer("q1"), 1)
          .row(A.serialNo, "c" + n, A.period, "2016-04", A.answer("q1"), 7)
          .row(A.serialNo, "d" + n, A.response, "3", A.answer("q1"), 7);
    }
    assertRows(estimates(answers).where("stratum = 'all'"), S.year, S.respondents, S.estimate)
        .areExactly("2015 3 100.0", "2016 3 0.0");
  }

  private static TestRows asked() {
    return TestRows.of(A)
        .each(
            A.period, "2015-04",
            A.sourceFile, "f",
            A.sourceLine, 2L,
            A.laCode, "716",
            A.response, "1",
            A.questionnaire, "1",
            A.stratum, "1",
            A.popInStratum, 40);
  }

  private static Row of(String measure, String stratum, TestRows answers) {
    return estimates(answers)
        .where(S.measure.col().equalTo(measure).and(S.stratum.col().equalTo(stratum)))
        .first();
  }

  private static Dataset<Row> estimates(TestRows answers) {
    return new CouncilSatisfactionJob().rows(FakeInputs.of().with(A, answers.dataset()));
  }
}
