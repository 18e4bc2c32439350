package careworkforce.pipelines.silver.person;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.SameTables;
import careworkforce.common.check.Quarantine;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.esr.EsrAbsences;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import careworkforce.pipelines.silver.reference.KnownSuccessorsJob;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.reference.OccupationGroupsJob;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EsrPersonMonthsJobTest {
  private static final EsrAssignments A = EsrAssignments.TABLE;
  private static final EsrAbsences ABS = EsrAbsences.TABLE;
  private static final EsrPersonMonths M = EsrPersonMonths.TABLE;

  @Test
  void shouldTakeTheAssignmentWithTheMostFteAndSumFteAndPayOfAll() {
    months(
            assignments()
                .row(A.asgNumber, "1", A.contractedWte, "0.4", A.occupationCode, "G2A")
                .row(A.asgNumber, "2", A.contractedWte, "0.5", A.occupationCode, "N6A"),
            M.assignment,
            M.level2,
            M.fte,
            M.basicPay,
            M.assignments,
            M.groupsHeld)
        .areExactly("2 NURSES 0.90000 4000.00 2 " + (2 | 2048));
  }

  @Test
  void shouldBreakATieBySubstantivePostThenByTimeInPostThenByNumber() {
    TestRows tie =
        assignments()
            .row(A.asgNumber, "1", A.asgTypeOfContract, "Bank", A.startDate, "2001-01-01")
            .row(A.asgNumber, "4", A.startDate, "2010-01-01")
            .row(A.asgNumber, "3", A.startDate, "2010-01-01")
            .row(A.asgNumber, "2", A.startDate, "2012-01-01");
    months(tie, M.assignment).areExactly("3");
  }

  @Test
  void shouldTellABankPostHeldBesideTheMainOneAndNotBeMain() {
    TestRows both =
        assignments()
            .row(A.asgNumber, "1")
            .row(A.asgNumber, "2", A.asgTypeOfContract, "Bank", A.contractedWte, "0");
    months(both, M.assignment, M.contract, M.bankHeld).areExactly("1 Permanent true");
    months(assignments().row(A.asgNumber, "1"), M.bankHeld).areExactly("false");
    months(assignments().row(A.asgNumber, "1", A.asgTypeOfContract, "Bank"), M.bankHeld)
        .areExactly("true");
  }

  @Test
  void shouldCapFteAtOnePointTwoAndFlagMoreThanOne() {
    TestRows two = assignments().row(A.asgNumber, "1").row(A.asgNumber, "2");
    months(two, M.fte, M.fteAboveOne).areExactly("1.20000 true");
  }

  @Test
  void shouldPayByTheHourOfTheFteHeld() {
    TestRows half = assignments().row(A.asgNumber, "1", A.contractedWte, "0.5", A.basicPay, "1000");
    months(half, M.hourlyPay).areExactly("12.2737");
    TestRows bank = assignments().row(A.asgNumber, "1", A.contractedWte, "0");
    months(bank, M.hourlyPay).areExactly("-");
  }

  @Test
  void shouldStandUnderTheSuccessorOfAMergedTrust() {
    months(
            assignments().row(A.asgNumber, "1", A.ocsCode, "RM2"),
            M.organisation,
            M.organisationDelivered)
        .areExactly("R0A RM2");
  }

  @Test
  void shouldStandUnderTheOccupationCodeInForce() {
    months(
            assignments().row(A.asgNumber, "1", A.occupationCode, "T3D"),
            M.occupationCode,
            M.occupationDelivered,
            M.level2,
            M.level3)
        .areExactly("UEA T3D SCIENTISTS Blood Sciences");
  }

  @Test
  void shouldReadTheStateFromTheStatusAndFromSicknessOfAWholeMonth() {
    TestRows all =
        assignments()
            .row(A.personId, "a", A.asgNumber, "1", A.status, "Acting Up")
            .row(A.personId, "b", A.asgNumber, "1", A.status, "Maternity & Adoption")
            .row(A.personId, "c", A.asgNumber, "1", A.status, "Career Break")
            .row(A.personId, "d", A.asgNumber, "1", A.status, "Suspend No Pay")
            .row(A.personId, "e", A.asgNumber, "1")
            .row(A.personId, "f", A.asgNumber, "1");
    TestRows sick =
        TestRows.of(ABS)
            .each(ABS.period, "2015-03", ABS.asgNumber, "1", ABS.absenceCategory, "Sickness")
            .row(ABS.personId, "e", ABS.absenceStartDate, "2015-02-20")
            .row(
                ABS.personId, "f",
                ABS.absenceStartDate, "2015-02-20",
                ABS.absenceEndDate, "2015-03-30");
    assertRows(months(all, sick), M.personId, M.state)
        .areExactly(
            "a ACTIVE",
            "b PARENTAL",
            "c CAREER_BREAK",
            "d OTHER_INACTIVE",
            "e LONG_SICK",
            "f ACTIVE");
  }

  @Test
  void shouldReadBandsInTheirOrder() {
    TestRows all =
        assignments()
            .row(A.personId, "a", A.asgNumber, "1", A.gradeCode, "XR05")
            .row(A.personId, "b", A.asgNumber, "1", A.gradeCode, "XR8B")
            .row(A.personId, "c", A.asgNumber, "1", A.gradeCode, "ZM35");
    months(all, M.band, M.bandRank).areExactly("- -", "5 50", "8b 82");
  }

  @Test
  void shouldKeepAKeyWithTwoBirthYearsOutOfThePanelAndCountIt() {
    Dataset<Row> delivered =
        assignments()
            .row(A.personId, "twice", A.asgNumber, "1", A.yearOfBirth, 1970)
            .row(A.personId, "twice", A.asgNumber, "2", A.yearOfBirth, 1990)
            .row(A.personId, "once", A.asgNumber, "1", A.yearOfBirth, 1980)
            .dataset();
    EsrPersons p = EsrPersons.TABLE;
    assertRows(PersonTables.of(delivered).persons(), p.personId, p.birthYears, p.conflict)
        .areExactly("once 1 false", "twice 2 true");
    assertRows(months(delivered, TestRows.of(ABS).dataset(), 2), M.personId, M.age)
        .areExactly("once 35");
  }

  @Test
  void shouldSetAsideMonthsOfWhoeverIsUnderFifteenOrOverAHundred() {
    TestRows all =
        assignments()
            .row(A.personId, "unborn", A.asgNumber, "1", A.yearOfBirth, 2019)
            .row(A.personId, "child", A.asgNumber, "1", A.yearOfBirth, 2001)
            .row(A.personId, "pupil", A.asgNumber, "1", A.yearOfBirth, 2000)
            .row(A.personId, "untold", A.asgNumber, "1", A.yearOfBirth, null)
            .row(A.personId, "old", A.asgNumber, "1", A.yearOfBirth, 1915)
            .row(A.personId, "older", A.asgNumber, "1", A.yearOfBirth, 1914);
    Quarantine quarantine = Quarantine.of(M).orElseThrow();
    Dataset<Row> months = months(all, TestRows.of(ABS));
    assertRows(quarantine.moved(months), M.personId, M.age, quarantine.reason)
        .areExactly("child 14 AGE_POSSIBLE", "older 101 AGE_POSSIBLE", "unborn -4 AGE_POSSIBLE");
    assertRows(quarantine.kept(months), M.personId, M.age)
        .areExactly("old 100", "pupil 15", "untold -");
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    TestRows delivered = assignments();
    for (int person = 0; person < 40; person++) {
      String id = "p" + person;
      delivered.row(A.personId, id, A.asgNumber, "1", A.contractedWte, "0.33333");
      delivered.row(A.personId, id, A.asgNumber, "2", A.contractedWte, "0.33334");
    }
    Dataset<Row> one = months(delivered.dataset(), TestRows.of(ABS).dataset(), 1);
    SameTables.assertSame(one, months(delivered.dataset(), TestRows.of(ABS).dataset(), 2));
    SameTables.assertSame(one, months(delivered.dataset(), TestRows.of(ABS).dataset(), 7));
  }

  private static TestRows assignments() {
    return TestRows.of(A)
        .each(
            A.period, "2015-03",
            A.tmYearMonth, "2015-03",
            A.personId, "a",
            A.ocsCode, "RR8",
            A.occupationCode, "N6A",
            A.contractedWte, "1",
            A.asgTypeOfContract, "Permanent",
            A.status, "Active Assignment",
            A.startDate, "2010-01-01",
            A.basicPay, "2000",
            A.totalPay, "2100",
            A.trainingPost, false,
            A.gender, "Female",
            A.yearOfBirth, 1980,
            A.sourceFile, "f",
            A.sourceLine, 1L);
  }

  private static RowsAssert months(TestRows assignments, Field... fields) {
    return assertRows(months(assignments, TestRows.of(ABS)), fields);
  }

  private static Dataset<Row> months(TestRows assignments, TestRows absences) {
    return months(assignments.dataset(), absences.dataset(), 2);
  }

  private static Dataset<Row> months(Dataset<Row> assignments, Dataset<Row> absences, int parts) {
    Dataset<Row> delivered = assignments.repartition(parts);
    return Partitions.of(
        parts,
        () -> {
          FakeInputs inputs =
              FakeInputs.of()
                  .with(A, delivered)
                  .with(ABS, absences)
                  .with(EsrPersonConflicts.TABLE, PersonTables.of(delivered).conflicts())
                  .with(OccupationGroups.TABLE, new OccupationGroupsJob().rows(FakeInputs.of()))
                  .with(
                      OrganisationSuccessors.TABLE, new KnownSuccessorsJob().rows(FakeInputs.of()));
          return new EsrPersonMonthsJob().rows(inputs);
        });
  }
}
