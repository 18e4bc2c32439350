package careworkforce.pipelines.silver.person;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.SameTables;
import careworkforce.common.check.Quarantine;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.Partitions;
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

  /** Assignments of March 2015: each test puts its own above it, of persons of its own. */
  private static final TestRows DELIVERED = assignments();

  private static final TestRows SICK =
      TestRows.of(ABS)
          .each(ABS.period, "2015-03", ABS.asgNumber, "1", ABS.absenceCategory, "Sickness");

  private static Dataset<Row> told;

  /** The months of all of them, told once. */
  private static Dataset<Row> told() {
    if (told == null) {
      told = months(DELIVERED.dataset(), SICK.dataset(), 2);
    }
    return told;
  }

  private static Dataset<Row> of(String... persons) {
    return told().where(M.personId.col().isin((Object[]) persons));
  }

  static {
    DELIVERED
        .row(
            A.personId, "of two groups",
            A.asgNumber, "1",
            A.contractedWte, "0.4",
            A.occupationCode, "G2A")
        .row(
            A.personId, "of two groups",
            A.asgNumber, "2",
            A.contractedWte, "0.5",
            A.occupationCode, "N6A");
  }

  @Test
  void shouldTakeTheAssignmentWithTheMostFteAndSumFteAndPayOfAll() {
    assertRows(
            of("of two groups"),
            M.assignment,
            M.level2,
            M.fte,
            M.basicPay,
            M.assignments,
            M.groupsHeld)
        .areExactly("2 NURSES 0.90000 4000.00 2 " + (2 | 2048));
  }

  static {
    DELIVERED
        .row(
            A.personId, "tied",
            A.asgNumber, "1",
            A.asgTypeOfContract, "Bank",
            A.startDate, "2001-01-01")
        .row(A.personId, "tied", A.asgNumber, "4", A.startDate, "2010-01-01")
        .row(A.personId, "tied", A.asgNumber, "3", A.startDate, "2010-01-01")
        .row(A.personId, "tied", A.asgNumber, "2", A.startDate, "2012-01-01");
  }

  @Test
  void shouldBreakATieBySubstantivePostThenByTimeInPostThenByNumber() {
    assertRows(of("tied"), M.assignment).areExactly("3");
  }

  static {
    DELIVERED
        .row(A.personId, "both", A.asgNumber, "1")
        .row(
            A.personId, "both",
            A.asgNumber, "2",
            A.asgTypeOfContract, "Bank",
            A.contractedWte, "0")
        .row(A.personId, "no bank", A.asgNumber, "1")
        .row(A.personId, "bank alone", A.asgNumber, "1", A.asgTypeOfContract, "Bank");
  }

  @Test
  void shouldTellABankPostHeldBesideTheMainOneAndNotBeMain() {
    assertRows(of("both"), M.assignment, M.contract, M.bankHeld).areExactly("1 Permanent true");
    assertRows(of("no bank"), M.bankHeld).areExactly("false");
    assertRows(of("bank alone"), M.bankHeld).areExactly("true");
  }

  static {
    DELIVERED
        .row(A.personId, "twice full-time", A.asgNumber, "1")
        .row(A.personId, "twice full-time", A.asgNumber, "2");
  }

  @Test
  void shouldCapFteAtOnePointTwoAndFlagMoreThanOne() {
    assertRows(of("twice full-time"), M.fte, M.fteAboveOne).areExactly("1.20000 true");
  }

  static {
    DELIVERED
        .row(A.personId, "half", A.asgNumber, "1", A.contractedWte, "0.5", A.basicPay, "1000")
        .row(A.personId, "no hours", A.asgNumber, "1", A.contractedWte, "0");
  }

  @Test
  void shouldPayByTheHourOfTheFteHeld() {
    assertRows(of("half"), M.hourlyPay).areExactly("12.2737");
    assertRows(of("no hours"), M.hourlyPay).areExactly("-");
  }

  static {
    DELIVERED.row(A.personId, "of a merged trust", A.asgNumber, "1", A.ocsCode, "RM2");
  }

  @Test
  void shouldStandUnderTheSuccessorOfAMergedTrust() {
    assertRows(of("of a merged trust"), M.organisation, M.organisationDelivered)
        .areExactly("R0A RM2");
  }

  static {
    DELIVERED.row(A.personId, "of a retired code", A.asgNumber, "1", A.occupationCode, "T3D");
  }

  @Test
  void shouldStandUnderTheOccupationCodeInForce() {
    assertRows(of("of a retired code"), M.occupationCode, M.occupationDelivered, M.level2, M.level3)
        .areExactly("UEA T3D SCIENTISTS Blood Sciences");
  }

  static {
    DELIVERED
        .row(A.personId, "a", A.asgNumber, "1", A.status, "Acting Up")
        .row(A.personId, "b", A.asgNumber, "1", A.status, "Maternity & Adoption")
        .row(A.personId, "c", A.asgNumber, "1", A.status, "Career Break")
        .row(A.personId, "d", A.asgNumber, "1", A.status, "Suspend No Pay")
        .row(A.personId, "e", A.asgNumber, "1")
        .row(A.personId, "f", A.asgNumber, "1");
    SICK.row(ABS.personId, "e", ABS.absenceStartDate, "2015-02-20")
        .row(
            ABS.personId, "f",
            ABS.absenceStartDate, "2015-02-20",
            ABS.absenceEndDate, "2015-03-30");
  }

  @Test
  void shouldReadTheStateFromTheStatusAndFromSicknessOfAWholeMonth() {
    assertRows(of("a", "b", "c", "d", "e", "f"), M.personId, M.state)
        .areExactly(
            "a ACTIVE",
            "b PARENTAL",
            "c CAREER_BREAK",
            "d OTHER_INACTIVE",
            "e LONG_SICK",
            "f ACTIVE");
  }

  static {
    DELIVERED
        .row(A.personId, "five", A.asgNumber, "1", A.gradeCode, "XR05")
        .row(A.personId, "eight b", A.asgNumber, "1", A.gradeCode, "XR8B")
        .row(A.personId, "none", A.asgNumber, "1", A.gradeCode, "ZM35");
  }

  @Test
  void shouldReadBandsInTheirOrder() {
    assertRows(of("five", "eight b", "none"), M.band, M.bandRank)
        .areExactly("- -", "5 50", "8b 82");
  }

  static {
    DELIVERED
        .row(A.personId, "twice", A.asgNumber, "1", A.yearOfBirth, 1970)
        .row(A.personId, "twice", A.asgNumber, "2", A.yearOfBirth, 1990)
        .row(A.personId, "once", A.asgNumber, "1", A.yearOfBirth, 1980);
  }

  @Test
  void shouldKeepAKeyWithTwoBirthYearsOutOfThePanelAndCountIt() {
    EsrPersons p = EsrPersons.TABLE;
    Dataset<Row> persons = PersonTables.of(DELIVERED.dataset()).persons();
    assertRows(
            persons.where(p.personId.col().isin("once", "twice")),
            p.personId,
            p.birthYears,
            p.conflict)
        .areExactly("once 1 false", "twice 2 true");
    assertRows(of("once", "twice"), M.personId, M.age).areExactly("once 35");
  }

  static {
    DELIVERED
        .row(A.personId, "unborn", A.asgNumber, "1", A.yearOfBirth, 2019)
        .row(A.personId, "child", A.asgNumber, "1", A.yearOfBirth, 2001)
        .row(A.personId, "pupil", A.asgNumber, "1", A.yearOfBirth, 2000)
        .row(A.personId, "untold", A.asgNumber, "1", A.yearOfBirth, null)
        .row(A.personId, "old", A.asgNumber, "1", A.yearOfBirth, 1915)
        .row(A.personId, "older", A.asgNumber, "1", A.yearOfBirth, 1914);
  }

  @Test
  void shouldSetAsideMonthsOfWhoeverIsUnderFifteenOrOverAHundred() {
    Quarantine quarantine = Quarantine.of(M).orElseThrow();
    Dataset<Row> months = of("unborn", "child", "pupil", "untold", "old", "older");
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

  private static Dataset<Row> months(Dataset<Row> assignments, Dataset<Row> absences, int parts) {
    Dataset<Row> delivered = assignments.repartition(parts);
    return Partitions.of(
        parts,
        () -> {
          FakeInputs inputs =
              FakeInputs.of()
                  .with(A, delivered)
                  .with(ABS, absences)
                  .with(EsrPersonConflicts.TABLE, AtHand.of(PersonTables.of(delivered).conflicts()))
                  .with(OccupationGroups.TABLE, new OccupationGroupsJob().rows(FakeInputs.of()))
                  .with(
                      OrganisationSuccessors.TABLE, new KnownSuccessorsJob().rows(FakeInputs.of()));
          return new EsrPersonMonthsJob().rows(inputs);
        });
  }
}
