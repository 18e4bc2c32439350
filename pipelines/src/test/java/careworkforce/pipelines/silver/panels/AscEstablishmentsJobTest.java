package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplaces;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class AscEstablishmentsJobTest {
  private static final AscwdsWorkplaces W = AscwdsWorkplaces.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;

  @Test
  void shouldDropOrganisationsMadeForTests() {
    rows(
            workplaces()
                .row(W.establishmentid, "305", W.orgid, "305")
                .row(W.establishmentid, "1", W.orgid, "1"),
            E.establishmentId,
            E.droppedBy)
        .areExactly("1 -", "305 TEST_ORGANISATION");
  }

  @Test
  void shouldDropALocationThatStandsTwiceInOneExtract() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.locationid, "1-7")
                .row(W.establishmentid, "2", W.locationid, "1-7")
                .row(W.establishmentid, "3", W.locationid, "1-8"),
            E.establishmentId,
            E.droppedBy)
        .areExactly("1 DUPLICATE_LOCATION", "2 DUPLICATE_LOCATION", "3 -");
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

  @Test
  void shouldDropWhatWasNotAmendedForTwoYearsAndAParentOnlyWithAllItsWorkplaces() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.orgid, "1", W.mupddate, "2013-03-30")
                .row(W.establishmentid, "2", W.orgid, "2", W.mupddate, "2013-03-31")
                .row(
                    W.establishmentid, "3",
                    W.orgid, "3",
                    W.isparent, "1",
                    W.mupddate, "2012-01-01")
                .row(W.establishmentid, "4", W.orgid, "3", W.mupddate, "2015-01-01"),
            E.establishmentId,
            E.droppedBy)
        .areExactly("1 NOT_UPDATED", "2 -", "3 -", "4 -");
  }

  @Test
  void shouldKeepTheRecordLastAmendedOfAnEstablishmentDeliveredTwiceInOneExtract() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.mupddate, "2015-02-03", W.totalstaff, 20)
                .row(W.establishmentid, "1", W.mupddate, "2015-02-04", W.totalstaff, 18)
                .row(W.establishmentid, "1", W.mupddate, "2015-02-02", W.totalstaff, 30)
                .row(W.establishmentid, "2", W.mupddate, "2015-02-01", W.totalstaff, 7)
                .row(W.establishmentid, "2", W.mupddate, "2015-02-01", W.totalstaff, 8)
                .row(W.establishmentid, "3", W.mupddate, "2015-02-01", W.totalstaff, 5),
            E.establishmentId,
            E.totalStaff,
            E.submissions)
        .areExactly("1 18 3", "2 8 2", "3 5 1");
  }

  @Test
  void shouldTakeNineHundredNinetyNineForNotKnown() {
    rows(
            workplaces().row(W.establishmentid, "1", W.jr08emp, 999, W.jr16emp, 998),
            E.careWorkers,
            E.nurses)
        .areExactly("- 998");
  }

  @Test
  void shouldTakeMinusOneAndMinusTwoForNotKnownInEveryCountAndNoughtForNought() {
    rows(
            workplaces()
                .row(
                    W.establishmentid,
                    "1",
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
                    "2",
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
                    -2),
            E.establishmentId,
            E.totalStaff,
            E.workerRecords,
            E.starters,
            E.leavers,
            E.vacancies,
            E.beds,
            E.changedBy)
        .areExactly("1 - - - - - 30 -", "2 5 - 0 0 0 8 NO_STAFF");
  }

  @Test
  void shouldFindFilledPostsFromBothCounts() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.totalstaff, 20, W.wkrrecs, 20)
                .row(W.establishmentid, "2", W.totalstaff, 2, W.wkrrecs, 2)
                .row(W.establishmentid, "3", W.totalstaff, 20, W.wkrrecs, 23)
                .row(W.establishmentid, "4", W.totalstaff, 100, W.wkrrecs, 109)
                .row(W.establishmentid, "5", W.totalstaff, 40, W.wkrrecs, 60)
                .row(W.establishmentid, "6", W.totalstaff, 0, W.wkrrecs, 1),
            E.establishmentId,
            E.filledPosts,
            E.filledPostsBasis)
        .areExactly("1 20.0 equal", "2 - -", "3 21.5 mean", "4 104.5 mean", "5 - -", "6 - -");
  }

  @Test
  void shouldCarryStartersLeaversAndVacanciesOnlyWhenTheyChange() {
    rows(
            workplaces()
                .each(W.establishmentid, "1", W.totalstarters, 6, W.totalleavers, 7)
                .row(W.period, "2015-03", W.totalvacancies, 4)
                .row(W.period, "2015-06", W.totalvacancies, 4)
                .row(W.period, "2015-09", W.totalvacancies, 5)
                .row(W.period, "2015-12", W.totalvacancies, -2),
            E.month,
            E.starters,
            E.leavers,
            E.vacancies,
            E.stale)
        .areExactly(
            "2015-03-01 6 7 4 false",
            "2015-06-01 - - - true",
            "2015-09-01 6 7 5 false",
            "2015-12-01 6 7 - false");
  }

  @Test
  void shouldNameTheDistrict() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.lauthid, "409")
                .row(W.establishmentid, "2", W.lauthid, "-1"),
            E.establishmentId,
            E.district)
        .areExactly("1 Wiltshire", "2 -");
  }

  /** Small numbers, and none above all, repeat by chance. */
  @Test
  void shouldKeepATotalThatRepeatsWhileAnotherChanges() {
    rows(
            workplaces()
                .each(W.establishmentid, "1", W.totalvacancies, 0)
                .row(W.period, "2015-03", W.totalstarters, 6, W.totalleavers, 7)
                .row(W.period, "2015-06", W.totalstarters, 5, W.totalleavers, 7)
                .row(W.period, "2015-09", W.totalleavers, 7)
                .row(W.period, "2015-12", W.totalleavers, 7),
            E.month,
            E.starters,
            E.leavers,
            E.vacancies,
            E.changedBy)
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
                    W.period, "2016-12",
                    W.establishmentid, "2",
                    W.totalstarters, -1,
                    W.totalleavers, -1),
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

  @Test
  void shouldSayWhichRulesChangedARow() {
    rows(
            workplaces()
                .row(
                    W.period, "2015-03",
                    W.establishmentid, "1",
                    W.totalstarters, 6,
                    W.totalleavers, 7,
                    W.totalvacancies, 4)
                .row(
                    W.period, "2015-06",
                    W.establishmentid, "1",
                    W.totalstarters, 6,
                    W.totalleavers, 7,
                    W.totalvacancies, 4,
                    W.jr08emp, 999,
                    W.totalstaff, 0,
                    W.wkrrecs, 1)
                .row(W.establishmentid, "2", W.totalstaff, 40, W.wkrrecs, 60),
            E.establishmentId,
            E.month,
            E.changedBy)
        .areExactly(
            "1 2015-03-01 -",
            "1 2015-06-01 NO_STAFF ROLE_COUNT_NINES REPEATED_TOTALS",
            "2 2015-03-01 COUNTS_APART");
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
