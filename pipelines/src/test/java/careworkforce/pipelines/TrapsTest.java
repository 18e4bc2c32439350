package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.synthetic.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where each trap of the sources is met: the trap, the rule against it, and the test that fails
 * when that rule is taken out. This test holds the list to be whole and every named test to run.
 */
class TrapsTest {
  private static final String SILVER = "careworkforce.pipelines.silver.";
  private static final String BRONZE = "careworkforce.pipelines.bronze.";
  private static final String INGEST = "careworkforce.common.ingest.";

  private record Met(String trap, String rule, String testClass, String test) {
    @Override
    public String toString() {
      return trap + ": " + rule;
    }
  }

  static Stream<Met> traps() {
    return Stream.of(
        met(
            "merger new assignment",
            "trusts stand under their successor",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldStandUnderTheSuccessorOfAMergedTrust"),
        met(
            "merged organisation",
            "a record ended by a merger is no exit",
            SILVER + "spells.EsrSpellsJobTest",
            "shouldNotTakeARecordEndedByAMergerForAnExit"),
        met(
            "employee transfer",
            "a transfer is no exit",
            SILVER + "spells.EsrSpellsJobTest",
            "shouldNotTakeAnEmployeeTransferForAnExit"),
        met(
            "services moved out of the record",
            "a mass exit is no leaving",
            SILVER + "spells.MassExitsJobTest",
            "shouldNameAMonthInWhichOverAFifthOfAGroupLeavesAtOnce"),
        met(
            "main swap",
            "a swap of two posts both still held is no headline move",
            SILVER + "spells.OccupationMovesJobTest",
            "shouldKeepASwapOfTwoAssignmentsBothStillHeldOutOfTheHeadline"),
        met(
            "second post",
            "the post with the most FTE is the main one",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldTakeTheAssignmentWithTheMostFteAndSumFteAndPayOfAll"),
        met(
            "bank post",
            "a substantive post comes before bank work",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldBreakATieBySubstantivePostThenByTimeInPostThenByNumber"),
        met(
            "main assignment in no order",
            "ties of FTE are broken to the last",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldNotDependOnTheNumberOfPartitions"),
        met(
            "payroll absence",
            "an absence with a return is a gap, no leaving",
            SILVER + "spells.EsrSpellsJobTest",
            "shouldFollowAPersonThroughLeaveGapAndExitToTheEndOfTheWindow"),
        met(
            "return after leaving",
            "a move is seen across an absence, and says so",
            SILVER + "spells.OccupationPathTest",
            "shouldCompareAcrossAnAbsenceAndSayThatThePersonHadLeft"),
        met(
            "parental leave",
            "leave is a state of its own, no leaving and no move",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldReadTheStateFromTheStatusAndFromSicknessOfAWholeMonth"),
        met(
            "occupation flicker",
            "a move must last",
            SILVER + "spells.OccupationPathTest",
            "shouldNotCountAFlickerNorItsWayBack"),
        met(
            "re-issued occupation code",
            "a retired code stands under the code in force",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldStandUnderTheOccupationCodeInForce"),
        met(
            "two people under one key",
            "a key with two birth years stays out of the panel",
            SILVER + "person.EsrPersonMonthsJobTest",
            "shouldKeepAKeyWithTwoBirthYearsOutOfThePanelAndCountIt"),
        met(
            "exact duplicate",
            "the second of two equal lines is a duplicate",
            INGEST + "FileScanTest",
            "shouldCountTheSecondOfTwoEqualLinesAsADuplicate"),
        met("bad date", "rejected", INGEST + "FileScanTest", "shouldRejectADateThatNeverWas"),
        met("bad number", "rejected", INGEST + "FileScanTest", "shouldRejectADecimalComma"),
        met(
            "unknown code",
            "rejected",
            INGEST + "FileScanTest",
            "shouldRejectACodeNotInTheListAndAMissingRequiredValue"),
        met(
            "a bad row of each source",
            "its own columns reject it, and the good row beside it stands",
            BRONZE + "SourceTrapsTest",
            "shouldKeepAGoodRowOnceAndRejectACopyThatIsWrong"),
        met(
            "a code that ASC-WDS has added",
            "told of, and its row stands",
            BRONZE + "SourceTrapsTest",
            "shouldReportACodeThatIsInNoListAndLetItsRowStand"),
        met(
            "reregistration",
            "a declared successor is the same home",
            SILVER + "panels.CareHomeLocationsJobTest",
            "shouldChainAHomeThroughDeclaredReRegistrations"),
        met(
            "re-registration not declared",
            "one registration that follows another at an address is the same home",
            SILVER + "panels.CareHomeLocationsJobTest",
            "shouldChainByAddressWhereOneEndsAsAnotherBegins"),
        met(
            "dual registration",
            "a second registration is the same home",
            SILVER + "panels.CareHomeLocationsJobTest",
            "shouldCountADualRegistrationOnce"),
        met(
            "shared uprn",
            "an address of two open homes matches nobody",
            SILVER + "panels.ResidentMonthsJobTest",
            "shouldLeaveOutAMonthInWhichTwoHomesAreOpenAtOneAddress"),
        met(
            "inherited rating",
            "only a new inspection changes a rating",
            SILVER + "outcomes.homes.HomeOutcomeMonthsJobTest",
            "shouldChangeARatingOnlyByANewInspectionAndFollowTheHomesChain"),
        met(
            "ae duplicate",
            "like records within the hour are one arrival",
            SILVER + "outcomes.arrivals.AeArrivalsJobTest",
            "shouldFoldTwoRecordsOfOnePersonWithinTheHourAndKeepTheMoreComplete"),
        met(
            "ae duplicate midnight",
            "minutes are counted on end, across midnight",
            SILVER + "outcomes.arrivals.AeArrivalsJobTest",
            "shouldFoldAPairThatMidnightParts"),
        met(
            "ae follow up",
            "a planned follow-up is no unplanned arrival",
            SILVER + "outcomes.arrivals.AeArrivalsJobTest",
            "shouldTellPlannedFromUnplannedSeenFromNotSeenAndNightFromDay"),
        met(
            "HES stops and ECDS begins",
            "the series is marked",
            SILVER + "outcomes.arrivals.AeArrivalsJobTest",
            "shouldMarkTheSeriesAndCountANonEmergencyAmbulanceOnlyWhenAsked"),
        met(
            "covid break",
            "the sample ends before it",
            "careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffectsJobTest",
            "shouldStopAtTheLastMonthOfTheSample"),
        met(
            "HES person key by vintage",
            "which of the four names it had is kept, and only the residents' own is linked",
            BRONZE + "hes.HesIngestTest",
            "shouldKnowThePersonAndWhichKeyItIsInEachVintage"),
        met(
            "HES record keys by vintage",
            "kept as text, of 12 digits or 20",
            BRONZE + "hes.HesIngestTest",
            "shouldKeepTheRecordKeysOfEveryVintageAsTheyStand"),
        met(
            "no care home in HES",
            "residents are found by the property reference of their address",
            SILVER + "panels.ResidentMonthsJobTest",
            "shouldFindResidentsByTheAddressOfTheirHome"),
        met(
            "address known by its postcode only",
            "a tier of its own, and the surer one goes first",
            SILVER + "panels.ResidentMonthsJobTest",
            "shouldCarryTheMatchTierAndPreferTheSurerOne"),
        met(
            "null dates and times of HES",
            "null, not a year long gone",
            BRONZE + "hes.HesIngestTest",
            "shouldTakeNullDatesTimesAndInfantsForWhatTheyAre"),
        met(
            "HES by pipes or by commas",
            "whichever makes the most cells of the header",
            BRONZE + "hes.HesIngestTest",
            "shouldCutAnExtractByCommasOrPipesWhateverItsMonth"),
        met(
            "old ASC-WDS delimiter and dates",
            "a layout a vintage",
            BRONZE + "ascwds.AscwdsIngestTest",
            "shouldReadOldFilesByCommasAndAmericanDatesAndNewOnesByBarsAndBritishDates"),
        met(
            "role count 999",
            "999 is not known",
            SILVER + "panels.AscEstablishmentsJobTest",
            "shouldTakeNineHundredNinetyNineForNotKnown"),
        met(
            "stale vacancies",
            "a repeated total tells nothing new",
            SILVER + "panels.AscEstablishmentsJobTest",
            "shouldCarryStartersLeaversAndVacanciesOnlyWhenTheyChange"),
        met(
            "code not recorded",
            "-1 and -2 are no numbers",
            BRONZE + "ascwds.AscwdsIngestTest",
            "shouldSayWhichNumbersMeanNoNumber"),
        met(
            "test establishment",
            "dropped under its rule's name",
            SILVER + "panels.AscEstablishmentsJobTest",
            "shouldDropOrganisationsMadeForTests"),
        met(
            "no person key",
            "a worker without one is still a worker, and nobody else",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldKeepWorkersWithoutAPersonKeyApart"),
        met(
            "empty person key delivered",
            "null, and the row stands",
            BRONZE + "ascwds.AscwdsIngestTest",
            "shouldTakeInAWorkerWithoutAPersonKey"),
        met(
            "leaver file without person key",
            "the leaver's person is that of the worker number",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldFindTheLeaversPersonAgainThroughTheWorkerNumber"),
        met(
            "leaver told again in every extract",
            "each leaver once",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldCountALeaverWhomEveryLaterExtractRepeatsOnce"),
        met(
            "moves between health and social care",
            "source of recruitment from whichever file has it",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldTellWhereAWorkerCameFromByWhicheverFileSaysSo"),
        met(
            "726, 743 and 789 columns",
            "every published name is known",
            BRONZE + "ascwds.AscwdsIngestTest",
            "shouldHaveThePublishedColumnsOfEachFile"),
        met(
            "cell over two lines",
            "one record, known by its first line",
            INGEST + "QuotedLineEndsTest",
            "shouldReadACellThatRunsOverLineEnds"),
        met(
            "cumulative leaver file",
            "only those who left within the window",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldLeaveOutThoseArchivedBeforeTheWindow"),
        met(
            "reasons worded anew",
            "read by the words that both wordings share",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldReadDestinationsInTheOldWordingAndTheNew"),
        met(
            "ascwds joining and leaving",
            "an establishment that stops reporting has not lost its staff",
            SILVER + "spells.AscWorkerSpellsJobTest",
            "shouldTellAnEstablishmentThatStopsReportingFromAWorkerWhoVanishes"));
  }

  /** By number, the facts of the layouts that a rule can stand against: all but the seventh. */
  private static final Map<Integer, String> FACTS =
      Map.of(
          1, "726, 743 and 789 columns",
          2, "leaver file without person key",
          3, "cumulative leaver file",
          4, "moves between health and social care",
          5, "re-issued occupation code",
          6, "main assignment in no order",
          8, "no care home in HES",
          9, "HES stops and ECDS begins",
          10, "reregistration");

  private static Met met(String trap, String rule, String testClass, String test) {
    return new Met(trap, rule, testClass, test);
  }

  @ParameterizedTest
  @MethodSource("traps")
  void shouldBeMetByATestThatRuns(Met met) throws ReflectiveOperationException {
    assertThat(Class.forName(met.testClass()).getDeclaredMethods())
        .filteredOn(method -> method.getName().equals(met.test()))
        .singleElement()
        .matches(
            test ->
                test.isAnnotationPresent(Test.class)
                    || test.isAnnotationPresent(ParameterizedTest.class))
        .matches(test -> !test.isAnnotationPresent(Tag.class));
  }

  @Test
  void shouldMeetEveryFactOfTheLayouts() {
    assertThat(traps().map(Met::trap)).containsAll(FACTS.values());
  }

  @Test
  void shouldMeetEveryTrapThatIsPlanted() {
    List<String> planted =
        Arrays.stream(Trap.values())
            .map(t -> t.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList();
    assertThat(traps().map(Met::trap)).containsAll(planted).doesNotHaveDuplicates();
  }
}
