package careworkforce.pipelines.silver.person;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SharedMonthsTest {
  private static final EsrAssignments A = EsrAssignments.TABLE;

  @Test
  void shouldTellMonthsOfTwoAssignmentsFromMonthsOfOne() {
    TestRows held =
        assignments()
            .row(A.personId, "a", A.period, "2015-03", A.asgNumber, "1")
            .row(A.personId, "a", A.period, "2015-04", A.asgNumber, "1")
            .row(A.personId, "a", A.period, "2015-04", A.asgNumber, "2")
            .row(A.personId, "b", A.period, "2015-04", A.asgNumber, "1");
    shared(held, "left_semi", "a 2015-04-01 1", "a 2015-04-01 2");
    shared(held, "left_anti", "a 2015-03-01 1", "b 2015-04-01 1");
  }

  @Test
  void shouldGiveEveryMonthOfTheBlockWhereOneHasThreeOrFour() {
    for (int most : new int[] {3, 4}) {
      TestRows held = assignments().row(A.personId, "b", A.period, "2015-03", A.asgNumber, "1");
      held.row(A.personId, "a", A.period, "2015-03", A.asgNumber, "1");
      for (int number = 1; number <= most; number++) {
        held.row(A.personId, "a", A.period, "2015-04", A.asgNumber, "" + number);
      }
      shared(held, "left_anti", "b 2015-03-01 1");
    }
  }

  @Test
  void shouldKeepMonthsOfDifferentBlocksApart() {
    TestRows held =
        assignments()
            .row(A.personId, "a", A.period, "2010-01", A.asgNumber, "1")
            .row(A.personId, "a", A.period, "2015-05", A.asgNumber, "1")
            .row(A.personId, "a", A.period, "2020-09", A.asgNumber, "1");
    shared(held, "left_semi");
  }

  private static void shared(TestRows held, String how, String... rows) {
    Dataset<Row> all = held.dataset();
    assertRows(SharedMonths.join(all, SharedMonths.of(all), how), A.personId, A.period, A.asgNumber)
        .areExactly(rows);
  }

  private static TestRows assignments() {
    return TestRows.of(A)
        .each(
            A.tmYearMonth, "2015-03",
            A.ocsCode, "RR8",
            A.occupationCode, "N6A",
            A.status, "Active Assignment",
            A.trainingPost, false,
            A.sourceFile, "f",
            A.sourceLine, 1L);
  }
}
