package careworkforce.pipelines.silver.outcomes.admissions;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.hes.HesApc;
import careworkforce.pipelines.bronze.hes.HesCodes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyAdmissionsJobTest {
  private static final HesApc E = HesApc.TABLE;
  private static final EmergencyAdmissions A = EmergencyAdmissions.TABLE;

  @Test
  void shouldFoldEpisodesOfOneStayAndTakeTheMethodOfTheFirst() {
    Dataset<Row> admissions =
        admissions(
            episodes()
                .row(E.epikey, "1", E.epiorder, 1, E.disdate, null, E.epiend, "2015-03-12")
                .row(E.epikey, "2", E.epiorder, 2, E.admimeth, "99", E.cause, "W189"));
    assertRows(admissions, A.month, A.admittedOn, A.dischargedOn, A.spells, A.episodes, A.fall)
        .areExactly("2015-03-01 2015-03-10 2015-03-15 1 2 true");
  }

  @ParameterizedTest
  @CsvSource({"21,1", "28,1", "2A,1", "2D,1", "11,0", "31,0", "81,0"})
  void shouldCountEmergenciesAlone(String method, int counted) {
    assertRows(admissions(episodes().row(E.admimeth, method)), A.spells)
        .areExactly(counted == 1 ? new String[] {"1"} : new String[0]);
  }

  @ParameterizedTest
  @CsvSource({"W000,true", "W199,true", "W200,false", "X009,false"})
  void shouldTakeTheExternalCausesOfFallsForFalls(String cause, String fall) {
    assertRows(admissions(episodes().row(E.cause, cause)), A.fall).areExactly(fall);
  }

  @Test
  void shouldLeaveOutEpisodesOfWhichNobodyKnowsWhoWasAdmittedOrWhen() {
    assertRows(
            admissions(
                episodes()
                    .row(E.epikey, "1")
                    .row(E.epikey, "2", E.personId, null)
                    .row(E.epikey, "3", E.admidate, null)),
            A.spells,
            A.episodes)
        .areExactly("1 1");
  }

  /** The numbers are equal by chance: p of the old key is somebody else. */
  @Test
  void shouldLeaveOutEpisodesUnderAnotherKeyThanTheResidents() {
    assertRows(
            admissions(
                episodes()
                    .row(E.epikey, "1")
                    .row(E.epikey, "2", E.personKey, "PSEUDO_HESID", E.admidate, "2015-03-12")),
            A.admittedOn,
            A.episodes)
        .areExactly("2015-03-10 1");
  }

  @Test
  void shouldLinkATransferWithinThreeDaysToOneAdmission() {
    assertRows(
            admissions(
                episodes()
                    .row(E.epikey, "1", E.disdest, "51")
                    .row(
                        E.epikey, "2",
                        E.procode3, "RX2",
                        E.admidate, "2015-03-18",
                        E.disdate, "2015-03-20",
                        E.admimeth, "81")),
            A.admittedOn,
            A.provider,
            A.dischargedOn,
            A.spells)
        .areExactly("2015-03-10 RX1 2015-03-20 2");
  }

  @ParameterizedTest
  @CsvSource({"2015-03-18,19,21", "2015-03-19,51,21"})
  void shouldKeepApartWhatNobodyCallsATransferOrComesLater(
      String admitted, String destination, String method) {
    assertRows(
            admissions(
                episodes()
                    .row(E.epikey, "1", E.disdest, destination)
                    .row(
                        E.epikey, "2",
                        E.procode3, "RX2",
                        E.admidate, admitted,
                        E.disdate, "2015-03-20",
                        E.admimeth, method)),
            A.spells)
        .areExactly("1", "1");
  }

  /**
   * A day case elsewhere within the stay is of it if the stay ends by a transfer, else beside it.
   */
  @ParameterizedTest
  @CsvSource({"2015-02-05,51,19,3", "2015-02-28,51,19,3", "2015-02-05,19,51,2"})
  void shouldLinkATransferToTheStayThatEndedLastAndNotToTheOneThatBeganLast(
      String dayCaseEnded, String destination, String source, int spells) {
    assertRows(
            admissions(
                episodes()
                    .row(
                        E.epikey, "1",
                        E.admidate, "2015-02-01",
                        E.disdate, "2015-02-28",
                        E.disdest, destination)
                    .row(
                        E.epikey, "2",
                        E.procode3, "RX2",
                        E.admidate, "2015-02-05",
                        E.disdate, dayCaseEnded,
                        E.admimeth, "11")
                    .row(
                        E.epikey, "3",
                        E.procode3, "RX3",
                        E.admidate, "2015-03-01",
                        E.disdate, "2015-03-09",
                        E.admimeth, "21",
                        E.admisorc, source)),
            A.admittedOn,
            A.provider,
            A.dischargedOn,
            A.spells)
        .areExactly("2015-02-01 RX1 2015-03-09 " + spells);
  }

  @Test
  void shouldLeaveOutAContinuousSpellThatBeganOtherwise() {
    assertRows(
            admissions(
                episodes()
                    .row(E.epikey, "1", E.admimeth, "11")
                    .row(
                        E.epikey, "2",
                        E.procode3, "RX2",
                        E.admidate, "2015-03-15",
                        E.disdate, "2015-03-20",
                        E.admimeth, "2B")),
            A.spells)
        .areExactly();
  }

  private static TestRows episodes() {
    return TestRows.of(E)
        .each(
            E.period, "2015-03",
            E.sourceFile, "f",
            E.sourceLine, 2L,
            E.personId, "p",
            E.personKey, HesCodes.TOKEN,
            E.epikey, "1",
            E.procode3, "RX1",
            E.admidate, "2015-03-10",
            E.disdate, "2015-03-15",
            E.epiorder, 1,
            E.admimeth, "21",
            E.admisorc, "19",
            E.disdest, "19");
  }

  private static Dataset<Row> admissions(TestRows episodes) {
    return new EmergencyAdmissionsJob().rows(FakeInputs.of().with(E, episodes.dataset()));
  }
}
