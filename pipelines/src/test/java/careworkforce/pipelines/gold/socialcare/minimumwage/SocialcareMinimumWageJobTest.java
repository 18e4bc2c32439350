package careworkforce.pipelines.gold.socialcare.minimumwage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 35 areas of two homes in two regions from April 2014 to March 2018 and rises of the floor in
 * April of 2016, 2017 and 2018. A bite of 1 takes 1 from turnover of the year that a rise begins
 * and adds 0.5 to log pay; low payers lose staff as ever: 2 of log staff each year, rise or not.
 */
class SocialcareMinimumWageJobTest {
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final CareHomes H = CareHomes.TABLE;
  private static final HomeMonths M = HomeMonths.TABLE;
  private static final SocialcareMinimumWage E = SocialcareMinimumWage.TABLE;
  private static final int FIRST = 2014;
  private static final int YEARS = 4;
  private static final double MANY = 1e7;
  private static final Map<Table, Dataset<Row>> TABLES = new HashMap<>();
  private static Dataset<Row> effects;

  @BeforeAll
  static void estimate() {
    TestRows homes =
        TestRows.of(H)
            .each(H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true, H.locationId, "l");
    TestRows months = TestRows.of(M);
    TestRows bites = TestRows.of(B).each(B.workers, 9L, B.below, 1L);
    Reports reports = new Reports();
    for (int home = 0; home < 70; home++) {
      String region = home % 4 < 2 ? "North" : "South";
      String id = "h" + home;
      homes.row(
          H.homeId, id, H.establishmentId, "e" + home, H.region, region, H.ttwa, "T" + home / 2);
      reports.of("e" + home, id, "2014-04");
      home(home, id, months, bites);
    }
    TABLES.put(B, bites.dataset());
    TABLES.put(H, homes.dataset());
    TABLES.put(M, months.dataset());
    FakeInputs reported = reports.with(FakeInputs.of());
    for (Table table : List.of(AscEstablishments.TABLE, CareHomeLocations.TABLE)) {
      TABLES.put(table, reported.table(table));
    }
    effects = new SocialcareMinimumWageJob().rows(inputs()).cache();
  }

  /** The world, for a test to change. */
  private static FakeInputs inputs() {
    FakeInputs inputs = FakeInputs.of();
    TABLES.forEach(inputs::with);
    return inputs;
  }

  /** A home bites alike at every rise, so that what it does each year shows in both changes. */
  private static void home(int home, String id, TestRows months, TestRows bites) {
    double bite = 0.05 + 0.04 * Math.sin(2.3 * home);
    double logPay = 2;
    for (int year = 0; year <= YEARS; year++) {
      int april = FIRST + year;
      boolean rises = april >= 2016;
      if (rises) {
        long bill = Math.round(MANY * Math.exp(logPay));
        for (int month = 4; month <= 6; month++) {
          bites.row(
              B.establishmentId,
              "e" + home,
              B.month,
              String.format("%d-%02d", april, month),
              B.rise,
              april + "-04",
              B.cut,
              april + "-03",
              B.hours,
              String.valueOf((long) MANY),
              B.wageBill,
              String.valueOf(bill),
              B.shortfall,
              String.format(Locale.ROOT, "%.3f", bite * bill),
              B.bite,
              bite);
        }
        logPay += 0.5 * bite;
      }
      if (year < YEARS) {
        double turnover = 0.4 + 0.1 * year - (rises ? (april - 2015) * bite : 0);
        long staff = Math.round(MANY * Math.exp(-2 * bite * year));
        long leavers = Math.round(staff * turnover / 12);
        for (int month = 0; month < 12; month++) {
          String date = String.format("%d-%02d", april + (month + 3) / 12, (month + 3) % 12 + 1);
          months.row(
              M.homeId,
              id,
              M.month,
              date,
              M.staffAtStart,
              staff,
              M.leavers,
              leavers,
              M.starters,
              leavers / 2);
        }
      }
    }
  }

  private static Row row(String outcome, String sample) {
    return effects
        .where(E.outcome.col().equalTo(outcome).and(E.sample.col().startsWith(sample)))
        .first();
  }

  private static double estimate(String outcome, String sample) {
    return row(outcome, sample).<Double>getAs(E.estimate.name());
  }

  /** A rise that bites all homes alike cannot be told from the year. */
  @Test
  void shouldTellNothingOfARiseThatBitesAllAlike() {
    Dataset<Row> alike =
        inputs()
            .table(B)
            .withColumn(
                B.shortfall.name(),
                B.wageBill.col().divide(functions.lit(20)).cast(B.shortfall.type()));
    assertThat(new SocialcareMinimumWageJob().rows(inputs().with(B, alike)).collectAsList())
        .isEmpty();
  }

  @Test
  void shouldFindWhatChangesWithARise() {
    assertThat(estimate("turnover", "year after")).isCloseTo(-0.01, within(1e-7));
    assertThat(estimate("starters_rate", "year after")).isCloseTo(-0.005, within(1e-7));
    assertThat(estimate("log_pay", "year after")).isCloseTo(0.005, within(1e-7));
  }

  @Test
  void shouldShowBesideItHowLowPayersChangeAnyway() {
    assertThat(estimate("log_staff", "year after")).isCloseTo(-0.02, within(1e-7));
    assertThat(estimate("log_staff", "year before")).isCloseTo(-0.02, within(1e-7));
  }

  /**
   * A further rise in October 2016 leaves no year to those of April and October 2016 before the
   * next; pay before that of April 2017 was told half a year earlier.
   */
  @Test
  void shouldLeaveOutARiseThatAnotherFollowsWithinItsYear() {
    Dataset<Row> april =
        inputs().table(B).where(B.month.col().equalTo(functions.lit("2016-04-01").cast("date")));
    var october = functions.lit("2016-10-01").cast("date");
    Dataset<Row> more =
        april
            .withColumn(B.month.name(), october)
            .withColumn(B.rise.name(), october)
            .withColumn(B.cut.name(), functions.lit("2016-09-01").cast("date"));
    List<Row> found =
        new SocialcareMinimumWageJob()
            .rows(inputs().with(B, inputs().table(B).unionByName(more)))
            .collectAsList();
    assertThat(observations(found, "turnover", "year after")).isEqualTo(70);
    assertThat(observations(found, "log_pay", "year after")).isEqualTo(70);
    assertThat(observations(found, "turnover", "year before")).isEqualTo(140);
    assertThat(observations(found, "log_pay", "year before")).isEqualTo(70);
  }

  private static long observations(List<Row> rows, String outcome, String sample) {
    return rows.stream()
        .filter(row -> row.<String>getAs(E.outcome.name()).equals(outcome))
        .filter(row -> row.<String>getAs(E.sample.name()).startsWith(sample))
        .findFirst()
        .orElseThrow()
        .getAs(E.observations.name());
  }

  /** What the cut of the bite tells of pay amiss lowers pay's change before and raises it after. */
  @Test
  void shouldTakeTheChangeOfPayBeforeForNoTest() {
    assertThat(row("turnover", "year before").<String>getAs(E.why.name())).contains("a test, nil");
    assertThat(row("log_pay", "year before").<String>getAs(E.why.name()))
        .doesNotContain("a test, nil")
        .contains("same cut");
    assertThat(row("log_pay", "year after").<String>getAs(E.why.name())).contains("same cut");
  }

  /** The year of the rise of April 2017 ends in March 2018. */
  @Test
  void shouldLeaveOutRisesWhoseYearGoesOnAfterTheLastMonth() {
    for (String last : new String[] {"2018-03", "2018-02"}) {
      List<Row> rows =
          new SocialcareMinimumWageJob()
              .rows(inputs().with(SocialcareSample.LAST_MONTH, Month.parse(last)))
              .collectAsList();
      long homes = last.equals("2018-03") ? 140 : 70;
      assertThat(observations(rows, "turnover", "year after")).as(last).isEqualTo(homes);
      assertThat(observations(rows, "log_pay", "year after")).as(last).isEqualTo(homes);
      assertThat(rows)
          .extracting(row -> row.<String>getAs(E.sample.name()))
          .allMatch(
              sample ->
                  sample.endsWith(
                      ", care homes whose pay before the rise is known, rises whose year ends by "
                          + last));
    }
  }

  @Test
  void shouldNameTheWeightsInTheFormula() {
    assertThat(row("turnover", "year after").<String>getAs(E.formula.name()))
        .isEqualTo("turnover_after ~ bite | region^rise, weighted by staff");
  }

  /** Rises of 2016 and 2017 have a year after; the year before that of 2016 had no rise. */
  @Test
  void shouldTellAssociationsWithHomesAndAreas() {
    Row after = row("turnover", "year after");
    assertThat(after.<Long>getAs(E.observations.name())).isEqualTo(140);
    assertThat(after.<Long>getAs(E.clusters.name())).isEqualTo(35);
    assertThat(after.<String>getAs(E.design.name())).isEqualTo("association");
    assertThat(after.<String>getAs(E.variance.name())).isNotEmpty();
  }
}
