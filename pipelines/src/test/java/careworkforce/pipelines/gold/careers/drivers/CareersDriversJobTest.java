package careworkforce.pipelines.gold.careers.drivers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.trustpolicies.TrustPolicies;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.exposures.houseprice.HousePriceQuarters;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.reference.TrustAreas;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Trusts in two months, each with a thousand nurses a month. In half of them 20 leave in February
 * and 40 in March, when a policy is in force and houses cost twice as much; in the others 20 and
 * 30.
 */
class CareersDriversJobTest {
  private static final CareerRiskCells C = CareerRiskCells.TABLE;
  private static final CareersDrivers D = CareersDrivers.TABLE;
  private static final TrustPolicies P = TrustPolicies.TABLE;
  private static final HousePriceQuarters H = HousePriceQuarters.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;
  private static final OrganisationSuccessors O = OrganisationSuccessors.TABLE;

  private final TestRows cells =
      TestRows.of(C)
          .each(
              C.level2, "NURSES",
              C.ageBand, "30-44",
              C.sex, "Female",
              C.ethnicity, "white",
              C.nationality, "british",
              C.tenure, "1-4",
              C.parenthood, "none",
              C.sickness, "none");
  private final TestRows policies =
      TestRows.of(P).each(P.period, "2014-01", P.sourceFile, "f", P.sourceLine, 2L);
  private final TestRows prices = TestRows.of(H);
  private final TestRows areas = TestRows.of(A);

  private void month(String trust, String month, String event, long events) {
    cells.row(C.organisation, trust, C.month, month, C.event, "none", C.persons, 1_000 - events);
    cells.row(C.organisation, trust, C.month, month, C.event, event, C.persons, events);
  }

  private void trusts(int pairs, String event, int[] more) {
    for (int pair = 0; pair < pairs; pair++) {
      String with = "A" + pair;
      String without = "B" + pair;
      month(with, "2015-02", event, 20 + more[pair % more.length]);
      month(with, "2015-03", event, 40);
      month(without, "2015-02", event, 20);
      month(without, "2015-03", event, 30);
      policies.row(P.trust, with, P.policy, "careers", P.fromMonth, "2015-03");
      for (String trust : new String[] {with, without}) {
        areas.row(A.organisation, trust, A.lad, "L" + trust, A.ttwa, "T" + trust);
        prices.row(H.lad, "L" + trust, H.month, "2014-12", H.medianPrice, 1, H.logPrice, 12.0);
        double march = 12 + (trust.equals(with) ? Math.log(2) : 0);
        prices.row(H.lad, "L" + trust, H.month, "2015-03", H.medianPrice, 1, H.logPrice, march);
      }
    }
  }

  private FakeInputs inputs() {
    return FakeInputs.of().with(C, cells.dataset());
  }

  private static Dataset<Row> drivers(FakeInputs inputs) {
    return new CareersDriversJob().rows(inputs);
  }

  /** Complementary log-log of a share. */
  private static double cloglog(double share) {
    return Math.log(-Math.log(1 - share));
  }

  @Test
  void shouldGiveTheLogHazardRatioOfAPolicyWithinTrustAndMonth() {
    trusts(16, "left", new int[] {0});
    Row row = drivers(inputs().with(P, policies.dataset())).first();
    assertThat(row.<String>getAs("term")).isEqualTo("policy_careers");
    assertThat(row.<Double>getAs("estimate"))
        .isCloseTo(cloglog(0.04) - cloglog(0.03), within(1e-7));
    assertThat(row.<Long>getAs("n_obs")).isEqualTo(64_000);
    assertThat(row.<Long>getAs("n_clusters")).isEqualTo(32);
    assertThat(row.<String>getAs("design")).isEqualTo("association");
  }

  @Test
  void shouldSetPoliciesOfAMergedTrustToItsSuccessor() {
    trusts(16, "left", new int[] {0});
    TestRows merged =
        TestRows.of(O).each(O.effective, "2012-04-01", O.organisationName, "n", O.source, "s");
    TestRows old = TestRows.of(P).each(P.period, "2014-01", P.sourceFile, "f", P.sourceLine, 2L);
    for (int pair = 0; pair < 16; pair++) {
      merged.row(O.organisation, "OLD" + pair, O.successor, "A" + pair);
      old.row(P.trust, "OLD" + pair, P.policy, "careers", P.fromMonth, "2015-03");
    }
    Row row = drivers(inputs().with(P, old.dataset()).with(O, merged.dataset())).first();
    assertThat(row.<Double>getAs("estimate"))
        .isCloseTo(cloglog(0.04) - cloglog(0.03), within(1e-7));
  }

  @Test
  void shouldEndAPolicyAfterItsLastMonth() {
    trusts(16, "left", new int[] {0});
    TestRows ended = TestRows.of(P).each(P.period, "2014-01", P.sourceFile, "f", P.sourceLine, 2L);
    for (int pair = 0; pair < 16; pair++) {
      ended.row(
          P.trust, "A" + pair, P.policy, "careers", P.fromMonth, "2015-02", P.toMonth, "2015-02");
    }
    assertThat(drivers(inputs().with(P, ended.dataset())).first().<Double>getAs("estimate"))
        .isCloseTo(cloglog(0.03) - cloglog(0.04), within(1e-7));
  }

  @Test
  void shouldUseThePriceOfTheLastQuarterThatHasEndedAndClusterByArea() {
    trusts(16, "trust", new int[] {0});
    Dataset<Row> rows = drivers(inputs().with(A, areas.dataset()).with(H, prices.dataset()));
    assertRows(rows, D.outcome, D.term, D.clusters, D.variance)
        .areExactly("trust log_house_price 32 cluster:ttwa");
    assertThat(rows.first().<Double>getAs("estimate"))
        .isCloseTo((cloglog(0.04) - cloglog(0.03)) / Math.log(2), within(1e-7));
  }

  @Test
  void shouldBootstrapALinearHazardWhereTrustsAreFew() {
    trusts(5, "left", new int[] {0, 3, 1, 4, 2});
    Dataset<Row> rows = drivers(inputs().with(P, policies.dataset()));
    assertRows(rows, D.estimator, D.clusters).areExactly("cloglog 10", "linear 10");
    Row linear = rows.where(D.estimator.col().equalTo(lit("linear"))).first();
    // In ten pairs of 1,000: 40 - 20 - mean of {0, 3, 1, 4, 2}, less 30 - 20.
    assertThat(linear.<Double>getAs("estimate")).isCloseTo(8, within(1e-9));
    assertThat(linear.<String>getAs("variance")).contains("wild cluster bootstrap");
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    trusts(5, "left", new int[] {0, 3, 1, 4, 2});
    FakeInputs inputs = inputs().with(P, policies.dataset());
    SameTables.assertNear(
        Partitions.of(1, () -> drivers(inputs)), Partitions.of(5, () -> drivers(inputs)), 1e-9);
  }
}
