package careworkforce.pipelines.gold.socialcare.nhs;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocialcareNhsOpeningsJobTest {
  private static final HomeMonths M = HomeMonths.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final NhsOpeningMonths N = NhsOpeningMonths.TABLE;
  private static final AscWorkerSpells S = AscWorkerSpells.TABLE;
  private static final SocialcareNhsOpenings E = SocialcareNhsOpenings.TABLE;
  private static final int AREAS = 40;

  /** Of all employers; who started a year earlier is seen if he or she is still there. */
  private static final String FIRST_REPORT = "1992-06";

  private static Dataset<Row> effects;

  /**
   * Turnover answers to openings by 0.5. A shock of the area raises openings and lowers turnover;
   * the instrument knows nothing of it. Homes have levels of their own; a shock of region and month
   * raises predicted openings and lowers turnover.
   */
  @BeforeAll
  static void estimate() {
    effects = effects(1);
  }

  /** Estimates where openings answer to what is predicted by a strength. */
  private static Dataset<Row> effects(double strength) {
    TestRows staff = TestRows.of(M).each(M.staffAtStart, 30L, M.leavers, 1L, M.starters, 1L);
    TestRows homes =
        TestRows.of(H).each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
    TestRows nhs = TestRows.of(N).each(N.link, "ttwa", N.perHundred, 0.0);
    TestRows spells = TestRows.of(S).each(S.end, "left", S.contract, "190");
    Reports reports = new Reports();
    for (int area = 0; area < AREAS; area++) {
      String ttwa = "T" + area;
      homes.row(
          H.homeId,
          "h" + area,
          H.locationId,
          "l",
          H.region,
          area % 2 == 0 ? "North" : "South",
          H.ttwa,
          ttwa);
      reports.of("e" + area, "h" + area, "1992-06");
      for (int month = 1; month <= 24; month++) {
        String date = String.format("%d-06", 1990 + month); // one a year
        double common = 0.1 * Math.sin(month * (1 + area % 2));
        double predicted = 0.3 + 0.1 * Math.sin(1 + 2.3 * area * month) + common;
        double shock = 0.1 * Math.cos(5.1 * area + 3.7 * month * (1 + area % 3));
        double openings = strength * predicted + shock;
        double chance = 0.01 * Math.cos(7.3 * area * month);
        double turnover = 0.3 + 0.01 * area - 2 * common + 0.5 * openings - 0.8 * shock + chance;
        nhs.row(N.ttwa, ttwa, N.month, date, N.openings, openings, N.predicted, predicted);
        staff.row(M.homeId, "h" + area, M.month, date, M.turnover, turnover);
        event(spells, area, date, (area + month) % 4 == 0);
      }
    }
    return new SocialcareNhsOpeningsJob()
        .rows(
            reports
                .with(FakeInputs.of())
                .with(M, staff.dataset())
                .with(H, homes.dataset())
                .with(N, nhs.dataset())
                .with(S, spells.dataset()))
        .cache();
  }

  /**
   * Two start and two leave; besides two leave of whom it is not told, or not the employer, and
   * three start of whom it is not known, or who are promoted.
   */
  private static void event(TestRows spells, int area, String month, boolean health) {
    String day = month + "-05";
    String firstSeen = month.equals("1991-06") ? FIRST_REPORT : month;
    for (String worker : new String[] {"a ", "b "}) {
      spells.row(
          S.establishmentId,
          "e" + area,
          S.workerId,
          worker + day,
          S.startedOn,
          day,
          S.firstSeen,
          firstSeen,
          S.endedOn,
          day,
          S.recruitedFrom,
          health ? "214" : "216",
          S.destination,
          health ? "health" : "retired");
    }
    for (String destination : new String[] {"unknown", "same_organisation"}) {
      spells.row(
          S.establishmentId,
          "e" + area,
          S.workerId,
          destination + day,
          S.endedOn,
          day,
          S.destination,
          destination);
    }
    for (String source : new String[] {null, "225", "217"}) {
      spells.row(
          S.establishmentId,
          "e" + area,
          S.workerId,
          "from " + source + day,
          S.startedOn,
          day,
          S.firstSeen,
          firstSeen,
          S.recruitedFrom,
          source);
    }
    spells.row(
        S.establishmentId,
        "e" + area,
        S.workerId,
        "bank " + day,
        S.startedOn,
        day,
        S.endedOn,
        day,
        S.contract,
        "192",
        S.recruitedFrom,
        "214",
        S.destination,
        "health");
  }

  private static Row row(String outcome, String estimator) {
    return row(effects, outcome, estimator);
  }

  private static Row row(Dataset<Row> rows, String outcome, String estimator) {
    return rows.where(E.outcome.col().equalTo(outcome).and(E.estimator.col().equalTo(estimator)))
        .first();
  }

  @Test
  void shouldFindWhatOpeningsDoByTheInstrumentAndNotByLeastSquares() {
    Row iv = row("turnover", "iv");
    assertThat(iv.<Double>getAs(E.estimate.name())).isCloseTo(0.5, within(0.05));
    assertThat(iv.<String>getAs(E.design.name())).isEqualTo("causal");
    assertThat(iv.<Double>getAs(E.firstStageF.name())).isGreaterThan(50);
    assertThat(iv.<Long>getAs(E.clusters.name())).isEqualTo(AREAS);
    Row ols = row("turnover", "ols");
    assertThat(ols.<Double>getAs(E.estimate.name())).isLessThan(0.25);
    assertThat(ols.<String>getAs(E.design.name())).isEqualTo("association");
    assertThat(ols.isNullAt(ols.fieldIndex(E.firstStageF.name()))).isTrue();
  }

  @Test
  void shouldSayWhereTheInstrumentIsWeak() {
    assertThat(row("turnover", "iv").<String>getAs(E.why.name())).doesNotContain("weak");
    Row weak = row(effects(0), "turnover", "iv");
    assertThat(weak.<Double>getAs(E.firstStageF.name())).isLessThan(10);
    assertThat(weak.<String>getAs(E.why.name()))
        .contains("the instrument is weak, first-stage F")
        .endsWith("below 10: rely on neither estimate nor interval");
    assertThat(weak.<Double>getAs(E.ciLow.name())).isNull();
    assertThat(weak.<Double>getAs(E.pValue.name())).isNull();
    assertThat(weak.<String>getAs(E.variance.name()))
        .contains("no test and no interval: first-stage F");
  }

  @Test
  void shouldTellTheSharesThatGoToAndComeFromTheHealthSector() {
    assertThat(row("leavers_to_health", "mean").<Double>getAs(E.estimate.name()))
        .isCloseTo(0.25, within(1e-9));
    assertThat(row("recruits_from_health", "mean").<Double>getAs(E.estimate.name()))
        .isCloseTo(0.25, within(1e-9));
    assertThat(row("recruits_from_health", "mean").<String>getAs(E.design.name()))
        .isEqualTo("association");
  }

  /** An establishment that ran two homes in turn has its leavers at the later, and once. */
  @Test
  void shouldCountLeaversOnceWhoseEstablishmentMoved() {
    TestRows spells =
        TestRows.of(S)
            .row(
                S.end, "left",
                S.contract, "190",
                S.establishmentId, "e",
                S.workerId, "w",
                S.endedOn, "2015-02-11",
                S.destination, "health");
    TestRows homes =
        TestRows.of(H)
            .each(H.locationId, "l", H.region, "North", H.nursing, true, H.establishmentId, "e")
            .row(H.homeId, "former", H.ttwa, "T1")
            .row(H.homeId, "later", H.ttwa, "T2");
    TestRows nhs =
        TestRows.of(N)
            .each(N.link, "ttwa", N.month, "2015-02", N.perHundred, 0.0)
            .row(N.ttwa, "T1", N.openings, 0.25, N.predicted, 1.0)
            .row(N.ttwa, "T2", N.openings, 0.75, N.predicted, 1.0);
    Reports reports = new Reports().of("e", "former", "2014-03").of("e", "later", "2016-03");
    assertThat(
            NhsPanel.toHealth(
                    reports
                        .with(FakeInputs.of())
                        .with(S, spells.dataset())
                        .with(H, homes.dataset())
                        .with(N, nhs.dataset()))
                .select("ttwa", "share", "of")
                .collectAsList())
        .map(row -> row.mkString(" "))
        .containsExactly("T2 1.0 1.0");
  }

  @Test
  void shouldCountPeopleAndNotAreasByMonth() {
    for (String estimator : new String[] {"mean", "ols within area and within region and month"}) {
      assertThat(row("leavers_to_health", estimator).<Long>getAs(E.observations.name()))
          .isEqualTo(2L * AREAS * 24);
    }
  }

  @Test
  void shouldLeaveOutWhoStartedBeforeTheEmployerFirstReports() {
    assertThat(row("recruits_from_health", "mean").<Long>getAs(E.observations.name()))
        .isEqualTo(2L * AREAS * 23);
  }

  /** Of 2017 five months are seen, so that it grows from nothing and nothing grows from it. */
  @Test
  void shouldLeaveOutYearsOfWhichFewMonthsAreSeen() {
    TestRows staff = TestRows.of(M).each(M.homeId, "h", M.leavers, 1L, M.starters, 1L);
    TestRows nhs = TestRows.of(N).each(N.link, "ttwa", N.ttwa, "T", N.perHundred, 0.0);
    int[] months = {12, 6, 5, 12};
    for (int year = 0; year < months.length; year++) {
      for (int month = 1; month <= months[year]; month++) {
        String date = String.format("%d-%02d", 2015 + year, month);
        staff.row(M.month, date, M.staffAtStart, 10L << year);
        nhs.row(N.month, date, N.openings, 0.5, N.predicted, 0.5);
      }
    }
    TestRows homes =
        TestRows.of(H)
            .row(H.homeId, "h", H.locationId, "l", H.region, "North", H.ttwa, "T", H.nursing, true);
    Dataset<Row> panel =
        NhsPanel.months(
            FakeInputs.of()
                .with(M, staff.dataset())
                .with(H, homes.dataset())
                .with(N, nhs.dataset()));
    assertThat(grown(panel, 6)).containsExactly("2016 0.693");
    assertThat(grown(panel, 5)).containsExactly("2016 0.693", "2017 0.693", "2018 0.693");
  }

  private static java.util.stream.Stream<String> grown(Dataset<Row> panel, int leastMonths) {
    return NhsPanel.years(panel, leastMonths).orderBy("in_year").collectAsList().stream()
        .map(
            row ->
                String.format(
                    java.util.Locale.ROOT,
                    "%d %.3f",
                    row.<Integer>getAs("in_year"),
                    row.<Double>getAs("staff_growth")));
  }

  @Test
  void shouldSetTheMeanOpeningsOfAYearBesideEachOfItsMonths() {
    TestRows staff =
        TestRows.of(M)
            .each(M.homeId, "h", M.staffAtStart, 30L, M.leavers, 1L, M.starters, 1L)
            .row(M.month, "2015-01")
            .row(M.month, "2015-02")
            .row(M.month, "2016-02")
            .row(M.month, "2017-01");
    TestRows homes =
        TestRows.of(H)
            .row(H.homeId, "h", H.locationId, "l", H.region, "North", H.ttwa, "T", H.nursing, true);
    TestRows nhs =
        TestRows.of(N)
            .each(N.link, "ttwa", N.ttwa, "T", N.perHundred, 0.0)
            .row(N.month, "2015-01", N.openings, 0.25, N.predicted, 1.0)
            .row(N.month, "2015-02", N.openings, 0.75, N.predicted, 2.0)
            .row(N.month, "2016-01", N.openings, 0.125, N.predicted, 3.0)
            .row(N.month, "2016-01", N.link, "commuting", N.openings, 9.0, N.predicted, 9.0);
    Dataset<Row> months =
        NhsPanel.months(
            FakeInputs.of()
                .with(M, staff.dataset())
                .with(H, homes.dataset())
                .with(N, nhs.dataset()));
    assertThat(
            months
                .orderBy("month")
                .select("nhs_openings", "predicted_openings")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" ")))
        .containsExactly("0.5 1.5", "0.5 1.5", "0.125 3.0");
  }

  /** The year of its last months is the mean of those alone. */
  @Test
  void shouldEndBeforeCovid() {
    TestRows staff =
        TestRows.of(M)
            .each(M.homeId, "h", M.staffAtStart, 30L, M.leavers, 1L, M.starters, 1L)
            .row(M.month, "2020-02")
            .row(M.month, "2020-03");
    TestRows homes =
        TestRows.of(H)
            .row(H.homeId, "h", H.locationId, "l", H.region, "North", H.ttwa, "T", H.nursing, true);
    TestRows nhs =
        TestRows.of(N)
            .each(N.link, "ttwa", N.ttwa, "T", N.perHundred, 0.0)
            .row(N.month, "2020-01", N.openings, 0.25, N.predicted, 1.0)
            .row(N.month, "2020-02", N.openings, 0.75, N.predicted, 2.0)
            .row(N.month, "2020-03", N.openings, 9.0, N.predicted, 9.0);
    Dataset<Row> months =
        NhsPanel.months(
            FakeInputs.of()
                .with(M, staff.dataset())
                .with(H, homes.dataset())
                .with(N, nhs.dataset()));
    assertThat(months.select("nhs_openings", "predicted_openings").collectAsList())
        .map(row -> row.mkString(" "))
        .containsExactly("0.5 1.5");
  }

  @Test
  void shouldSayToWhichMonth() {
    assertThat(effects.select(E.sample.col()).distinct().collectAsList())
        .map(row -> row.getString(0))
        .isNotEmpty()
        .allMatch(sample -> sample.endsWith(" to 2020-02"));
  }

  @Test
  void shouldTellNothingWithoutHomes() {
    assertRows(new SocialcareNhsOpeningsJob().rows(FakeInputs.of()), E.outcome).areExactly();
  }
}
