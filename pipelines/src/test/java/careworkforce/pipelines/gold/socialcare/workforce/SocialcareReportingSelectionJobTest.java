package careworkforce.pipelines.gold.socialcare.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.cqc.CqcRatings;
import careworkforce.pipelines.silver.careworkers.AscEstablishmentYears;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialcareReportingSelectionJobTest {
  private static final CareHomes H = CareHomes.TABLE;
  private static final CareHomeLocations L = CareHomeLocations.TABLE;
  private static final AscEstablishments E = AscEstablishments.TABLE;
  private static final AscEstablishmentYears Y = AscEstablishmentYears.TABLE;
  private static final CqcRatings R = CqcRatings.TABLE;
  private static final SocialcareReportingSelection S = SocialcareReportingSelection.TABLE;

  private final TestRows homes =
      TestRows.of(H)
          .each(
              H.locations,
              1L,
              H.openedOn,
              "2011-01-01",
              H.nursing,
              false,
              H.region,
              "North",
              H.ttwa,
              "T1",
              H.beds,
              30);
  private final TestRows locations =
      TestRows.of(L).each(L.link, "first", L.registeredOn, "2011-01-01", L.nursing, false);
  private final TestRows establishments = TestRows.of(E).each(E.stale, false);
  private final TestRows years = TestRows.of(Y).each(Y.joins, false, Y.leaves, false);
  private final TestRows ratings =
      TestRows.of(R)
          .each(
              R.period, "2016-01",
              R.sourceFile, "f",
              R.sourceLine, 2L,
              R.servicePopulationGroup, "Overall",
              R.domain, "Overall");

  private void home(String id, Object... more) {
    Object[] all = {H.homeId, id, H.locationId, "1-" + id};
    Object[] both = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    homes.row(both);
    locations.row(L.locationId, "1-" + id, L.homeId, id);
  }

  private void reports(String id, int year, double turnover, Boolean leaves) {
    reports("e" + id, id, year + "-12", turnover, leaves);
  }

  private void reports(
      String establishment, String id, String month, double turnover, Boolean leaves) {
    establishments.row(E.establishmentId, establishment, E.month, month, E.locationId, "1-" + id);
    years.row(
        Y.establishmentId,
        establishment,
        Y.year,
        Integer.parseInt(month.substring(0, 4)),
        Y.month,
        month,
        Y.turnover,
        turnover,
        Y.leaves,
        leaves);
  }

  private FakeInputs inputs() {
    return FakeInputs.of()
        .with(H, homes.dataset())
        .with(L, locations.dataset())
        .with(E, establishments.dataset())
        .with(Y, years.dataset())
        .with(R, ratings.dataset());
  }

  private List<String> sample() {
    return ReportingSample.rows(inputs())
        .selectExpr(
            "concat_ws(' ', home, calendar_year, coalesce(string(joins), '-'),"
                + " coalesce(string(leaves), '-'), string(rated_poorly),"
                + " string(not_rated)) as told")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void shouldFollowHomesUntilTheyJoinAndEstablishmentsUntilTheyLeave() {
    home("a");
    home("b");
    home("c", H.openedOn, "2015-06-01");
    reports("a", 2014, 0.3, false);
    reports("a", 2015, 0.3, true);
    reports("b", 2015, 0.3, false);
    reports("b", 2016, 0.3, null);
    assertThat(sample())
        .containsExactly(
            "a 2014 - 0.0 0.0 1.0",
            "a 2015 - 1.0 0.0 1.0",
            "a 2016 - - 0.0 1.0",
            "b 2014 - - 0.0 1.0",
            "b 2015 1.0 0.0 0.0 1.0",
            "b 2016 - - 0.0 1.0",
            "c 2016 0.0 - 0.0 1.0");
  }

  /** Whatever the numbers of the owners: of "2-after" and of "0-after" the former owner's is 1. */
  @ParameterizedTest
  @ValueSource(strings = {"2-after", "0-after"})
  void shouldNotTakeAHomeThatIsSoldForOneThatLeaves(String after) {
    home("a");
    home("b");
    reports("1-before", "a", "2015-09", 0.3, true);
    reports(after, "a", "2015-12", 0.5, false);
    reports(after, "a", "2016-12", 0.5, true);
    reports("b", 2017, 0.3, null);
    assertThat(sample())
        .contains("a 2015 - 0.0 0.0 1.0", "a 2016 - 1.0 0.0 1.0", "a 2017 - - 0.0 1.0");
    assertThat(
            ReportingSample.rows(inputs())
                .where("home = 'a' and calendar_year = 2015")
                .first()
                .<Double>getAs("turnover"))
        .isEqualTo(0.5);
  }

  /** The former owner leaves ASC-WDS in 2015 and the next one reports from 2016 on. */
  @Test
  void shouldNotTakeAHomeForOneThatLeavesWhoseNextOwnerReportsInALaterYear() {
    home("a");
    reports("1-before", "a", "2015-09", 0.3, true);
    reports("2-after", "a", "2016-12", 0.5, null);
    assertThat(sample()).containsExactly("a 2015 - 0.0 0.0 1.0", "a 2016 - - 0.0 1.0");
  }

  @Test
  void shouldKnowTheLastRatingPublishedBeforeTheYear() {
    home("a");
    reports("a", 2014, 0.3, false);
    reports("a", 2015, 0.3, false);
    reports("a", 2016, 0.3, false);
    ratings
        .row(R.locationId, "1-a", R.publicationDate, "2014-03-01", R.latestRating, "Inadequate")
        .row(R.locationId, "1-a", R.publicationDate, "2015-03-01", R.latestRating, "Good")
        .row(
            R.locationId, "1-a",
            R.publicationDate, "2015-04-01",
            R.domain, "Safe",
            R.latestRating, "Inadequate");
    assertThat(sample())
        .containsExactly("a 2014 - 0.0 0.0 1.0", "a 2015 - 0.0 1.0 0.0", "a 2016 - 0.0 0.0 0.0");
  }

  /** Lists differ in their words, and the earlier ones have no groups of services. */
  @Test
  void shouldReadRatingsAsTheOutcomesOfHomesDo() {
    home("a");
    reports("a", 2015, 0.3, false);
    reports("a", 2016, 0.3, null);
    ratings.row(
        R.locationId, "1-a",
        R.publicationDate, "2014-03-01",
        R.domain, "overall",
        R.servicePopulationGroup, null,
        R.latestRating, "Requires Improvement ");
    assertThat(sample()).containsExactly("a 2015 - 0.0 1.0 0.0", "a 2016 - - 1.0 0.0");
  }

  /** The later inspection's counts, not the worse nor the later in the alphabet. */
  @Test
  void shouldTakeTheLaterInspectionOfTwoPublishedOnOneDay() {
    home("a");
    reports("a", 2015, 0.3, null);
    ratings
        .each(
            R.period, "2016-01",
            R.sourceFile, "f",
            R.sourceLine, 2L,
            R.locationId, "1-a",
            R.publicationDate, "2014-03-01",
            R.domain, "Overall")
        .row(R.inspectionDate, "2013-11-01", R.latestRating, "Requires improvement")
        .row(R.inspectionDate, "2014-01-20", R.latestRating, "Good");
    assertThat(sample()).containsExactly("a 2015 - - 0.0 0.0");
  }

  /** Of homes with a turnover of 0.6, 3 in 10 leave; of those with 0.2, 1 in 10. */
  @Test
  void shouldFindThatHomesWithMoreTurnoverLeaveMoreOften() {
    for (int i = 0; i < 40; i++) {
      String id = String.format("%02d", i);
      home(id, H.ttwa, "T" + i, H.beds, i % 2 == 0 ? 20 : 40);
      boolean high = i < 20;
      boolean leaves = i % 20 < (high ? 6 : 2);
      reports(id, 2014, high ? 0.6 : 0.2, leaves);
      if (!leaves) {
        reports(id, 2015, 0.3, null);
      }
    }
    List<Row> rows = new SocialcareReportingSelectionJob().rows(inputs()).collectAsList();
    Row turnover =
        rows.stream()
            .filter(row -> row.getAs(S.outcome.name()).equals("leaves"))
            .filter(row -> row.getAs(S.term.name()).equals("turnover"))
            .findFirst()
            .orElseThrow();
    assertThat(turnover.<Double>getAs(S.estimate.name())).isCloseTo(0.5, within(1e-9));
    assertThat(turnover.<Long>getAs(S.observations.name())).isEqualTo(40L);
    assertThat(turnover.<Long>getAs(S.clusters.name())).isEqualTo(40L);
  }
}
