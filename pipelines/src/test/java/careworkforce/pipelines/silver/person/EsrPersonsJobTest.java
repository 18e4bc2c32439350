package careworkforce.pipelines.silver.person;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import org.junit.jupiter.api.Test;

class EsrPersonsJobTest {
  private static final EsrAssignments A = EsrAssignments.TABLE;
  private static final EsrPersons P = EsrPersons.TABLE;

  @Test
  void shouldDescribeAPersonAsLastDeliveredAndFindKeysThatContradictThemselves() {
    TestRows delivered =
        TestRows.of(A)
            .each(
                A.sourceFile, "f",
                A.sourceLine, 2L,
                A.asgNumber, "1",
                A.period, "2015-03",
                A.gender, "Female",
                A.ethnicity, "A",
                A.yearOfBirth, 1970)
            .row(A.personId, "renamed")
            .row(A.personId, "renamed", A.period, "2016-01", A.ethnicity, "B")
            .row(A.personId, "two years", A.asgNumber, "2")
            .row(A.personId, "two years", A.yearOfBirth, 1990)
            .row(A.personId, "two sexes")
            .row(A.personId, "two sexes", A.gender, "Male")
            .row(A.personId, "unknown year", A.yearOfBirth, null)
            .row(A.personId, "unknown year");
    assertRows(
            PersonTables.of(delivered.dataset()).persons(),
            P.firstMonth,
            P.lastMonth,
            P.ethnicity,
            P.birthYear,
            P.birthYears,
            P.sexes,
            P.conflict,
            P.personId)
        .areExactly(
            "2015-03 2016-01 B 1970 1 1 false renamed",
            "2015-03 2015-03 A 1970 2 1 true two years",
            "2015-03 2015-03 A 1970 1 2 true two sexes",
            "2015-03 2015-03 A 1970 1 1 false unknown year");
  }
}
