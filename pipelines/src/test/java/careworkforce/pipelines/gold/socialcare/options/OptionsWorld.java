package careworkforce.pipelines.gold.socialcare.options;

import static java.math.RoundingMode.HALF_UP;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.Reports;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailJobs;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.exposures.vacancies.VacancyMonths;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageIndex;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageIndexJob;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageOccupations;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageShares;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageShocks;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.math.BigDecimal;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Four regions of eight areas of two homes over six years, five industries. Turnover answers by 1.5
 * to exposures times national shocks, not to the national trend of wages; and by {@code local} to
 * exposures times shocks of the region, which wages in the region have too. Where further options
 * pull as well, it answers to adverts by 2, to NHS openings by 0.5 and to a store near by 0.05, not
 * to pay in retail. Or predicted growth of retail jobs alone pulls, by 0.8. Or the minimum wage,
 * which bites where pay elsewhere grew, holds staff back by 2.
 */
final class OptionsWorld {
  private static final OutsideWageShares H = OutsideWageShares.TABLE;
  private static final OutsideWageShocks S = OutsideWageShocks.TABLE;
  private static final HomeMonths M = HomeMonths.TABLE;
  private static final CareHomes C = CareHomes.TABLE;
  private static final VacancyMonths V = VacancyMonths.TABLE;
  private static final NhsOpeningMonths N = NhsOpeningMonths.TABLE;
  private static final RetailOpeningMonths R = RetailOpeningMonths.TABLE;
  private static final RetailJobs J = RetailJobs.TABLE;
  private static final MinimumWageBite B = MinimumWageBite.TABLE;

  /** What one log point of outside wage adds to turnover. */
  static final double EFFECT = 1.5;

  static final String[] INDUSTRIES = {"10", "47", "56", "81", "85"};
  static final int AREAS = 32;
  private static final String RETAIL = "47";

  /** An instrument that is the regressor itself would leave no first stage. */
  private static final double HARDLY = 1e-5;

  private static final long STAFF = 12_000_000;

  /** So large that a bite is its shortfall over it to fourteen digits. */
  private static final String BILL = "100000000000";

  static final double VACANCIES = 2;
  static final double NHS = 0.5;
  static final double STORE = 0.05;
  static final double RETAIL_JOBS = 0.8;
  static final double MINIMUM_WAGE = -2;

  private final Random random = new Random(7);
  private final Random furtherRandom = new Random(8);
  private final Random retailRandom = new Random(9);
  private final Random biteRandom = new Random(10);
  private final int years;
  private final double local;
  private final double further;
  private final double retailJobs;
  private final double minimumWage;
  final double[][] exposure = new double[AREAS][INDUSTRIES.length];
  private final double[][] national;
  private final double[][][] regional;
  private final TestRows shares =
      TestRows.of(H)
          .each(
              H.baseYear,
              2012,
              H.series,
              "NM_172_1",
              H.jobs,
              9L,
              H.areaShare,
              0.1,
              H.nationalShare,
              0.1,
              H.pi,
              0.2,
              H.districtsWithheld,
              0L);
  private final TestRows shocks = TestRows.of(S).each(S.regionsElsewhere, 3L);
  private final TestRows months = TestRows.of(M).each(M.staffAtStart, STAFF);
  private final TestRows adverts =
      TestRows.of(V).each(V.link, "ttwa", V.scope, VacancyMonths.OTHER);
  private final TestRows openings = TestRows.of(N).each(N.link, "ttwa", N.perHundred, 0.1);
  private final TestRows stores = TestRows.of(R).each(R.radius, 5);
  private final TestRows retail = TestRows.of(J).each(J.baseYear, 2012, J.jobs, 9L, J.groups, 9L);
  private final TestRows bites =
      TestRows.of(B)
          .each(
              B.rise,
              "2013-01",
              B.cut,
              "2012-12",
              B.workers,
              9L,
              B.below,
              9L,
              B.hours,
              "9",
              B.wageBill,
              BILL);
  private final TestRows homes =
      TestRows.of(C)
          .each(
              C.locations,
              1L,
              C.openedOn,
              "2011-01-01",
              C.locationId,
              "L",
              C.latitude,
              52.0,
              C.longitude,
              0.0);

  private final Reports reports = new Reports();

  private OptionsWorld(
      int years, double local, double further, double retailJobs, double minimumWage) {
    this.years = years;
    this.local = local;
    this.further = further;
    this.retailJobs = retailJobs;
    this.minimumWage = minimumWage;
    this.national = new double[INDUSTRIES.length][years];
    this.regional = new double[INDUSTRIES.length][years][4];
    for (int n = 0; n < INDUSTRIES.length; n++) {
      for (int t = 0; t < years; t++) {
        national[n][t] = 0.1 * random.nextGaussian();
        for (int r = 0; r < 4; r++) {
          regional[n][t][r] = 0.05 * random.nextGaussian();
          wage(n, t, r);
        }
      }
    }
    for (int a = 0; a < AREAS; a++) {
      area(a);
    }
  }

  static OptionsWorld of(int years, double local) {
    return new OptionsWorld(years, local, 0, 0, 0);
  }

  /** Six years in which every option pulls. */
  static OptionsWorld everyOption() {
    return new OptionsWorld(6, 0, 1, 0, 0);
  }

  /** Six years in which the growth of retail jobs alone pulls. */
  static OptionsWorld retailJobs() {
    return new OptionsWorld(6, 0, 0, RETAIL_JOBS, 0);
  }

  /** Six years in which the minimum wage holds staff back beside what pay elsewhere does. */
  static OptionsWorld minimumWage() {
    return new OptionsWorld(6, 0, 0, 0, MINIMUM_WAGE);
  }

  private void wage(int n, int t, int r) {
    double elsewhere = 2 + 0.03 * t + national[n][t];
    shocks.row(
        S.region,
        "R" + r,
        S.division,
        INDUSTRIES[n],
        S.year,
        2013 + t,
        S.logWageElsewhere,
        elsewhere,
        S.logWageHere,
        elsewhere + (local == 0 ? HARDLY : 1) * regional[n][t][r]);
  }

  private void area(int a) {
    for (int n = 0; n < INDUSTRIES.length; n++) {
      exposure[a][n] = 0.05 + 0.3 * random.nextDouble();
      shares.row(
          H.ttwa,
          "T" + a,
          H.division,
          INDUSTRIES[n],
          H.region,
          "R" + a % 4,
          H.exposure,
          exposure[a][n]);
    }
    double[] pulls = new double[years];
    double[] retailPulls = new double[years];
    for (int t = 0; t < years; t++) {
      pulls[t] = areaOptions(a, t);
      double growth = 0.1 * retailRandom.nextGaussian();
      retail.row(J.ttwa, "T" + a, J.year, 2013 + t, J.growth, growth);
      retailPulls[t] = retailJobs * growth;
    }
    for (int home = 0; home < 2; home++) {
      String id = "T" + a + "-" + home;
      String district = (a % 2 == 0 ? "E06" : "E07") + "0000" + a;
      homes.row(
          C.homeId,
          id,
          C.ttwa,
          "T" + a,
          C.region,
          "R" + a % 4,
          C.lad,
          district,
          C.nursing,
          home == 0,
          C.beds,
          20 + (7 * a + 3 * home) % 13,
          C.establishmentId,
          "e" + id,
          C.ownership,
          "Private");
      reports.of("e" + id, id, "2013-01");
      // One month of a year, which is too little to count.
      months.row(M.homeId, id, M.month, "2012-12", M.leavers, STAFF, M.starters, 0L);
      int opened = furtherRandom.nextInt(2 * years);
      for (int t = 0; t < years; t++) {
        int near = t >= opened ? 1 : 0;
        if (near > 0) {
          stores.row(R.homeId, id, R.month, (2013 + t) + "-03", R.openings, near);
        }
        double bite = bite(a, t);
        bites.row(
            B.establishmentId,
            "e" + id,
            B.month,
            (2013 + t) + "-04",
            B.bite,
            bite,
            B.shortfall,
            BigDecimal.valueOf(bite).multiply(new BigDecimal(BILL)).setScale(3, HALF_UP));
        double more = further * (pulls[t] + STORE * near) + retailPulls[t];
        year(id, a, home, t, more + minimumWage * bite);
      }
    }
  }

  /** Adverts and NHS openings of an area and year, and what they would add. */
  private double areaOptions(int a, int t) {
    double vacancies = 0.06 + 0.01 * furtherRandom.nextGaussian();
    double predicted = 0.1 + 0.05 * furtherRandom.nextGaussian();
    double opened = predicted + HARDLY * furtherRandom.nextGaussian();
    String month = (2013 + t) + "-02";
    adverts.row(V.ttwa, "T" + a, V.month, month, V.index, vacancies);
    openings.row(N.ttwa, "T" + a, N.month, month, N.openings, opened, N.predicted, predicted);
    return VACANCIES * vacancies + NHS * opened;
  }

  /** Low where pay elsewhere grew, and by chance. */
  private double bite(int a, int t) {
    double bite = 0.2 + 0.01 * biteRandom.nextGaussian();
    for (int n = 0; n < INDUSTRIES.length; n++) {
      bite -= 0.3 * exposure[a][n] * national[n][t];
    }
    return bite;
  }

  /** Six months of a year. */
  private void year(String id, int a, int home, int t, double more) {
    double turnover = 0.3 + 0.01 * home + 0.002 * a + 0.02 * t + more;
    for (int n = 0; n < INDUSTRIES.length; n++) {
      if (retailJobs > 0 || further > 0 && INDUSTRIES[n].equals(RETAIL)) {
        continue; // retail jobs, or stores, stand for it
      }
      turnover += exposure[a][n] * (EFFECT * national[n][t] + local * regional[n][t][a % 4]);
    }
    long leavers = Math.round(STAFF * turnover / 12);
    for (int month = 1; month <= 6; month++) {
      String date = String.format("%d-%02d", 2013 + t, month);
      months.row(M.homeId, id, M.month, date, M.leavers, leavers, M.starters, leavers / 2);
    }
  }

  /** The tables that the job reads, the index worked out once for all of its plans. */
  FakeInputs inputs() {
    FakeInputs wages = FakeInputs.of().with(H, shares.dataset()).with(S, shocks.dataset());
    Dataset<Row> index = AtHand.of(new OutsideWageIndexJob().rows(wages));
    return reports
        .with(FakeInputs.of())
        .with(H, shares.dataset())
        .with(S, shocks.dataset())
        .with(OutsideWageIndex.TABLE, index)
        .with(OutsideWageOccupations.TABLE, occupations(index))
        .with(M, months.dataset())
        .with(V, adverts.dataset())
        .with(N, openings.dataset())
        .with(R, stores.dataset())
        .with(J, retail.dataset())
        .with(B, bites.dataset())
        .with(C, homes.dataset());
  }

  /** Occupations that are paid as the industries are, one an industry. */
  private static Dataset<Row> occupations(Dataset<Row> index) {
    OutsideWageIndex i = OutsideWageIndex.TABLE;
    OutsideWageOccupations o = OutsideWageOccupations.TABLE;
    return o.select(
        index
            .where(i.destinations.col().equalTo(OutsideWageIndex.ALL))
            .withColumn(o.occupations.name(), i.industries.col()));
  }
}
