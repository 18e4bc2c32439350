package careworkforce.pipelines.silver.panels;

import static careworkforce.pipelines.RowsAssert.assertRows;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.RowsAssert;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkplaces;
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

  @Test
  void shouldDropWhatWasNotAmendedForTwoYearsAndAParentOnlyWithAllItsWorkplaces() {
    rows(
            workplaces()
                .row(W.establishmentid, "1", W.orgid, "1", W.mupddate, "2013-02-28")
                .row(W.establishmentid, "2", W.orgid, "2", W.mupddate, "2013-03-01")
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
  void shouldTakeNineHundredNinetyNineForNotKnown() {
    rows(
            workplaces().row(W.establishmentid, "1", W.jr08emp, 999, W.jr16emp, 998),
            E.careWorkers,
            E.nurses)
        .areExactly("- 998");
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
                .row(W.period, "2015-03", W.establishmentid, "1", W.totalvacancies, 4)
                .row(W.period, "2015-06", W.establishmentid, "1", W.totalvacancies, 4)
                .row(W.period, "2015-09", W.establishmentid, "1", W.totalvacancies, 5)
                .row(W.period, "2015-12", W.establishmentid, "1", W.totalvacancies, -2),
            E.month,
            E.vacancies)
        .areExactly("2015-03-01 4", "2015-06-01 -", "2015-09-01 5", "2015-12-01 -");
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
