package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplaces;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class AscEstablishmentsJobTest {
  private static final AscwdsWorkplaces W = AscwdsWorkplaces.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;

  /** What is delivered: each test puts its own above it, of establishments of its own. */
  private static final TestRows WORKPLACES = workplaces();

  private static Dataset<Row> told;

  /** What the job tells of some establishments, of all at once. */
  private static Dataset<Row> of(String... establishments) {
    if (told == null) {
      told =
          AtHand.of(new AscEstablishmentsJob().rows(FakeInputs.of().with(W, WORKPLACES.dataset())));
    }
    return told.where(E.establishmentId.col().isin((Object[]) establishments));
  }

  static {
    WORKPLACES
        .row(W.establishmentid, "305", W.orgid, "305")
        .row(W.establishmentid, "304", W.orgid, "304");
  }

  @Test
  void shouldDropOrganisationsMadeForTests() {
    assertRows(of("304", "305"), E.establishmentId, E.droppedBy)
        .areExactly("304 -", "305 TEST_ORGANISATION");
  }

  static {
    WORKPLACES
        .row(W.establishmentid, "11", W.locationid, "1-7")
        .row(W.establishmentid, "12", W.locationid, "1-7")
        .row(W.establishmentid, "13", W.locationid, "1-8");
  }

  @Test
  void shouldDropALocationThatStandsTwiceInOneExtract() {
    assertRows(of("11", "12", "13"), E.establishmentId, E.droppedBy)
        .areExactly("11 DUPLICATE_LOCATION", "12 DUPLICATE_LOCATION", "13 -");
  }

  /** The account of a former owner, and one made for tests, stand under a live home's location. */
  @Test
  void shouldKeepAHomeWhoseLocationStandsTwiceInAccountsThatOtherRulesDropAlone() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.locationid, "1-7")
                .row(W.establishmentid, "2", W.locationid, "1-7", W.mupddate, "2011-05-01")
                .row(W.establishmentid, "3", W.locationid, "1-8")
                .row(W.establishmentid, "305", W.orgid, "305", W.locationid, "1-8"),
            E.establishmentId,
            E.droppedBy)
        .areExactly("1 -", "2 NOT_UPDATED", "3 -", "305 TEST_ORGANISATION");
  }

  @Test
  void shouldCountALocationOfAnOldAccountTwiceWhereTheRuleForItIsSwitchedOff() {
    TestRows workplaces =
        workplaces()
            .row(W.establishmentid, "1", W.locationid, "1-7")
            .row(W.establishmentid, "2", W.locationid, "1-7", W.mupddate, "2011-05-01");
    FakeInputs inputs =
        FakeInputs.of()
            .with(W, workplaces.dataset())
            .with(CleaningRule.NOT_UPDATED.setting(), false);
    assertRows(new AscEstablishmentsJob().rows(inputs), E.establishmentId, E.droppedBy)
        .areExactly("1 DUPLICATE_LOCATION", "2 DUPLICATE_LOCATION");
  }

  static {
    WORKPLACES
        .row(W.establishmentid, "21", W.orgid, "21", W.mupddate, "2013-03-30")
        .row(W.establishmentid, "22", W.orgid, "22", W.mupddate, "2013-03-31")
        .row(
            W.establishmentid, "23",
            W.orgid, "23",
            W.isparent, "1",
            W.mupddate, "2012-01-01")
        .row(W.establishmentid, "24", W.orgid, "23", W.mupddate, "2015-01-01");
  }

  @Test
  void shouldDropWhatWasNotAmendedForTwoYearsAndAParentOnlyWithAllItsWorkplaces() {
    assertRows(of("21", "22", "23", "24"), E.establishmentId, E.droppedBy)
        .areExactly("21 NOT_UPDATED", "22 -", "23 -", "24 -");
  }

  static {
    WORKPLACES
        .row(W.establishmentid, "31", W.mupddate, "2015-02-03", W.totalstaff, 20)
        .row(W.establishmentid, "31", W.mupddate, "2015-02-04", W.totalstaff, 18)
        .row(W.establishmentid, "31", W.mupddate, "2015-02-02", W.totalstaff, 30)
        .row(W.establishmentid, "32", W.mupddate, "2015-02-01", W.totalstaff, 7)
        .row(W.establishmentid, "32", W.mupddate, "2015-02-01", W.totalstaff, 8)
        .row(W.establishmentid, "33", W.mupddate, "2015-02-01", W.totalstaff, 5);
  }

  @Test
  void shouldKeepTheRecordLastAmendedOfAnEstablishmentDeliveredTwiceInOneExtract() {
    assertRows(of("31", "32", "33"), E.establishmentId, E.totalStaff, E.submissions)
        .areExactly("31 18 3", "32 8 2", "33 5 1");
  }

  static {
    WORKPLACES.row(W.establishmentid, "41", W.jr08emp, 999, W.jr16emp, 998);
  }

  @Test
  void shouldTakeNineHundredNinetyNineForNotKnown() {
    assertRows(of("41"), E.careWorkers, E.nurses).areExactly("- 998");
  }

  static {
    WORKPLACES
        .row(
            W.establishmentid,
            "51",
            W.totalstaff,
            -1,
            W.wkrrecs,
            -2,
            W.totalstarters,
            -1,
            W.totalleavers,
            -2,
            W.totalvacancies,
            -1,
            W.service("01", "cap"),
            -1,
            W.service("02", "cap"),
            30)
        .row(
            W.establishmentid,
            "52",
            W.totalstaff,
            5,
            W.wkrrecs,
            0,
            W.totalstarters,
            0,
            W.totalleavers,
            0,
            W.totalvacancies,
            0,
            W.service("01", "cap"),
            8,
            W.service("02", "cap"),
            -2);
  }

  @Test
  void shouldTakeMinusOneAndMinusTwoForNotKnownInEveryCountAndNoughtForNought() {
    assertRows(
            of("51", "52"),
            E.establishmentId,
            E.totalStaff,
            E.workerRecords,
            E.starters,
            E.leavers,
            E.vacancies,
            E.beds,
            E.changedBy)
        .areExactly("51 - - - - - 30 -", "52 5 - 0 0 0 8 NO_STAFF");
  }

  static {
    WORKPLACES
        .row(W.establishmentid, "61", W.totalstaff, 20, W.wkrrecs, 20)
        .row(W.establishmentid, "62", W.totalstaff, 2, W.wkrrecs, 2)
        .row(W.establishmentid, "63", W.totalstaff, 20, W.wkrrecs, 23)
        .row(W.establishmentid, "64", W.totalstaff, 100, W.wkrrecs, 109)
        .row(W.establishmentid, "65", W.totalstaff, 40, W.wkrrecs, 60)
        .row(W.establishmentid, "66", W.totalstaff, 0, W.wkrrecs, 1);
  }

  @Test
  void shouldFindFilledPostsFromBothCounts() {
    assertRows(
            of("61", "62", "63", "64", "65", "66"),
            E.establishmentId,
            E.filledPosts,
            E.filledPostsBasis)
        .areExactly("61 20.0 equal", "62 - -", "63 21.5 mean", "64 104.5 mean", "65 - -", "66 - -");
  }

  static {
    totals("71", "2015-03", 6, 7, 4);
    totals("71", "2015-06", 6, 7, 4);
    totals("71", "2015-09", 6, 7, 5);
    totals("71", "2015-12", 6, 7, -2);
  }

  @Test
  void shouldCarryStartersLeaversAndVacanciesOnlyWhenTheyChange() {
    assertRows(of("71"), E.month, E.starters, E.leavers, E.vacancies, E.stale)
        .areExactly(
            "2015-03-01 6 7 4 false",
            "2015-06-01 - - - true",
            "2015-09-01 6 7 5 false",
            "2015-12-01 6 7 - false");
  }

  static {
    WORKPLACES
        .row(W.establishmentid, "81", W.lauthid, "409")
        .row(W.establishmentid, "82", W.lauthid, "-1");
  }

  @Test
  void shouldNameTheDistrict() {
    assertRows(of("81", "82"), E.establishmentId, E.district).areExactly("81 Wiltshire", "82 -");
  }

  static {
    totals("91", "2015-03", 6, 7, 0);
    totals("91", "2015-06", 5, 7, 0);
    totals("91", "2015-09", null, 7, 0);
    totals("91", "2015-12", null, 7, 0);
  }

  /** Small numbers, and none above all, repeat by chance. */
  @Test
  void shouldKeepATotalThatRepeatsWhileAnotherChanges() {
    assertRows(of("91"), E.month, E.starters, E.leavers, E.vacancies, E.changedBy)
        .areExactly(
            "2015-03-01 6 7 0 -",
            "2015-06-01 5 7 0 -",
            "2015-09-01 - 7 0 -",
            "2015-12-01 - - - REPEATED_TOTALS");
  }

  /** Vacancies are never filled in; the other two stay as somebody once typed them. */
  @Test
  void shouldTakeTotalsForStaleWhichRepeatBesideOneThatIsNeverTold() {
    rows(
            workplaces()
                .each(
                    W.establishmentid, "1",
                    W.totalstarters, 6,
                    W.totalleavers, 7,
                    W.totalvacancies, -1)
                .row(W.period, "2014-12")
                .row(W.period, "2015-12")
                .row(W.period, "2015-12", W.establishmentid, "2", W.totalvacancies, null)
                .row(
                    W.period,
                    "2016-12",
                    W.establishmentid,
                    "2",
                    W.totalstarters,
                    -1,
                    W.totalleavers,
                    -1),
            E.establishmentId,
            E.month,
            E.starters,
            E.leavers,
            E.stale)
        .areExactly(
            "1 2014-12-01 6 7 false",
            "1 2015-12-01 - - true",
            "2 2015-12-01 6 7 false",
            "2 2016-12-01 - - false");
  }

  private static void totals(
      String establishment, String month, Integer starters, Integer leavers, Integer vacancies) {
    WORKPLACES.row(
        W.period, month,
        W.establishmentid, establishment,
        W.totalstarters, starters,
        W.totalleavers, leavers,
        W.totalvacancies, vacancies);
  }

  static {
    WORKPLACES
        .row(
            W.period, "2015-03",
            W.establishmentid, "101",
            W.totalstarters, 6,
            W.totalleavers, 7,
            W.totalvacancies, 4)
        .row(
            W.period, "2015-06",
            W.establishmentid, "101",
            W.totalstarters, 6,
            W.totalleavers, 7,
            W.totalvacancies, 4,
            W.jr08emp, 999,
            W.totalstaff, 0,
            W.wkrrecs, 1)
        .row(W.establishmentid, "102", W.totalstaff, 40, W.wkrrecs, 60);
  }

  @Test
  void shouldSayWhichRulesChangedARow() {
    assertRows(of("101", "102"), E.establishmentId, E.month, E.changedBy)
        .areExactly(
            "101 2015-03-01 -",
            "101 2015-06-01 NO_STAFF ROLE_COUNT_NINES REPEATED_TOTALS",
            "102 2015-03-01 COUNTS_APART");
  }

  @Test
  void shouldLeaveAloneWhatARuleSwitchedOffWouldDropOrChange() {
    TestRows workplaces =
        workplaces()
            .row(
                W.period, "2014-12",
                W.establishmentid, "305",
                W.totalstarters, 6,
                W.totalleavers, 7,
                W.totalvacancies, 4)
            .row(
                W.establishmentid, "305",
                W.totalstarters, 6,
                W.totalleavers, 7,
                W.totalvacancies, 4,
                W.jr08emp, 999,
                W.totalstaff, 0,
                W.wkrrecs, 9);
    FakeInputs inputs = FakeInputs.of().with(W, workplaces.dataset());
    for (CleaningRule rule : CleaningRule.values()) {
      inputs.with(rule.setting(), false);
    }
    assertRows(
            new AscEstablishmentsJob().rows(inputs),
            E.droppedBy,
            E.vacancies,
            E.careWorkers,
            E.totalStaff,
            E.filledPosts,
            E.changedBy)
        .areExactly("- 4 - - - -", "- 4 999 0 4.5 -");
  }

  /** Ninety-nine homes of 20 beds and 20 posts, and one of 20 beds and 200 posts: above 5 a bed. */
  @Test
  void shouldPutPostsOfACareHomeThatHasFarTooManyForItsBedsOnTheBound() {
    assertThat(kept(200)).isEqualTo(100.0);
  }

  @Test
  void shouldPutPostsOfACareHomeThatHasFarTooFewForItsBedsOnTheBound() {
    assertThat(kept(4)).isEqualTo(15.0);
  }

  @Test
  void shouldNotTouchPostsBetweenThreeQuartersAndFiveABedHoweverOdd() {
    assertThat(kept(96)).isEqualTo(96.0);
    assertThat(kept(15)).isEqualTo(15.0);
  }

  /**
   * Ten of 100 homes have 80 posts for 10 beds, 90 have 10: expected are 17 posts, and the 97.5th
   * percentile of the deviation is that of 80 posts, so that 80 stand though they are above 5 a
   * bed.
   */
  @Test
  void shouldNotTouchPostsWithinTheirPercentilesHoweverManyABed() {
    TestRows homes = workplaces();
    for (int i = 0; i < 100; i++) {
      home(homes, i, 10, i < 10 ? 80 : 10);
    }
    assertThat(kept(homes, 0)).isEqualTo(80.0);
  }

  @Test
  void shouldNotWinsoriseHomeCare() {
    TestRows one = workplaces().row(W.establishmentid, "100", W.totalstaff, 300, W.wkrrecs, 300);
    assertThat(kept(one, 0)).isEqualTo(300.0);
  }

  private static double kept(int posts) {
    TestRows homes = workplaces();
    home(homes, 0, 20, posts);
    for (int i = 1; i < 100; i++) {
      home(homes, i, 20, 20);
    }
    return kept(homes, 0);
  }

  private static void home(TestRows homes, int id, int beds, int posts) {
    homes.row(
        W.establishmentid,
        String.valueOf(100 + id),
        W.service("02", "cap"),
        beds,
        W.totalstaff,
        posts,
        W.wkrrecs,
        posts);
  }

  private static double kept(TestRows homes, int id) {
    return new AscEstablishmentsJob()
        .rows(FakeInputs.of().with(W, homes.dataset()))
        .where(E.establishmentId.col().equalTo(functions.lit(String.valueOf(100 + id))))
        .first()
        .getAs(E.filledPostsKept.name());
  }

  private static TestRows workplaces() {
    return TestRows.of(W)
        .each(
            W.period, "2015-03",
            W.sourceFile, "f",
            W.sourceLine, 2L,
            W.orgid, "9",
            W.mupddate, "2015-02-01");
  }

  private static RowsAssert rows(TestRows workplaces, Field... fields) {
    return assertRows(
        new AscEstablishmentsJob().rows(FakeInputs.of().with(W, workplaces.dataset())), fields);
  }
}
