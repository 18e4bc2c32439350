package careworkforce.pipelines.gold.careers.drivers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.AtHand;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.trustpolicies.TrustPolicies;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.careers.CareersRuleGrid;
import careworkforce.pipelines.gold.careers.consequences.CareersEventPaths;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.exposures.houseprice.AreaHousePrices;
import careworkforce.pipelines.silver.exposures.houseprice.HousePriceQuarters;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.reference.Trusts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Thirty-two trusts, half of them in London, a month a quarter from 2016 to 2020. Of a thousand
 * nurses and doctors each 2 move a month, and of nurses 4 where the policy is in force: from 2019
 * in half of the trusts of each region.
 */
class CareersRobustnessJobTest {
  private static final CareerRiskCells C = CareerRiskCells.TABLE;
  private static final TrustPolicies P = TrustPolicies.TABLE;
  private static final Trusts T = Trusts.TABLE;
  private static final CareersRobustness R = CareersRobustness.TABLE;
  private static final int FIRST = Month.of(2016, 2).number();
  private static final int LAST = Month.of(2020, 11).number();
  private static final int POLICY = Month.of(2019, 1).number();

  private final TestRows cells =
      TestRows.of(C)
          .each(
              C.ageBand, "30-44",
              C.sex, "Female",
              C.ethnicity, "white",
              C.nationality, "british",
              C.tenure, "1-4",
              C.parenthood, "none",
              C.sickness, "none",
              C.destination, "none");
  private final TestRows policies =
      TestRows.of(P)
          .each(
              P.period, "2014-01",
              P.sourceFile, "f",
              P.sourceLine, 2L,
              P.policy, "career_development",
              P.fromMonth, "2019-01");
  private final TestRows trusts = TestRows.of(T);

  private void count(String trust, int month, String group, long moves) {
    String date = new Month(month).firstDay().toString();
    cells.row(
        C.organisation,
        trust,
        C.month,
        date,
        C.level2,
        group,
        C.event,
        "none",
        C.persons,
        1_000 - moves);
    cells.row(
        C.organisation,
        trust,
        C.month,
        date,
        C.level2,
        group,
        C.event,
        "move_up",
        C.persons,
        moves);
  }

  private Dataset<Row> robustness() {
    return new CareersRobustnessJob().rows(world());
  }

  private static Dataset<Row> told;

  /** What the job tells of the world as it is. */
  private static Dataset<Row> told() {
    if (told == null) {
      told = AtHand.of(new CareersRobustnessJobTest().robustness());
    }
    return told;
  }

  private FakeInputs world() {
    for (int trust = 0; trust < 32; trust++) {
      String name = "R" + trust;
      boolean adopts = trust % 2 == 0;
      trusts.row(T.organisation, name, T.region, trust < 16 ? "London" : "North East");
      if (adopts) {
        policies.row(P.trust, name);
      }
      for (int month = FIRST; month <= LAST; month += 3) {
        long base = 2 + trust % 3;
        count(name, month, "NURSES", base + (adopts && month >= POLICY ? 2 : 0));
        count(name, month, "DOCTORS", base);
      }
    }
    return FakeInputs.of()
        .with(C, cells.dataset())
        .with(P, policies.dataset())
        .with(T, trusts.dataset());
  }

  /** Who is not at work the next month is at risk of leaving alone. */
  @Test
  void shouldNotSetMovesAgainstMonthsBeforeAnAbsence() {
    for (int trust = 0; trust < 32; trust++) {
      for (int month = FIRST; month <= LAST; month += 3) {
        cells.row(
            C.organisation,
            "R" + trust,
            C.month,
            new Month(month).firstDay().toString(),
            C.level2,
            "NURSES",
            C.event,
            "away",
            C.persons,
            500L);
      }
    }
    Dataset<Row> rows = robustness();
    assertThat(policy(rows, "headline")).isCloseTo(1, within(1e-9));
    assertThat(variant(rows, "headline").<Long>getAs(R.observations.name()))
        .isEqualTo(32 * 20 * 2_000L);
  }

  /** The policy ends with 2019: what comes after is no month before it. */
  @Test
  void shouldSetThePlaceboDateAgainstMonthsBeforeThePolicyAlone() {
    FakeInputs world = world();
    Dataset<Row> ended =
        policies.dataset().withColumn(P.toMonth.name(), lit("2019-12-01").cast("date"));
    RobustnessVariant placebo =
        RobustnessVariants.of(RobustnessCells.frame(world.with(P, ended), "career_development"))
            .stream()
            .filter(variant -> variant.name().equals("placebo date"))
            .findFirst()
            .orElseThrow();
    assertThat(placebo.personMonths(List.of())).isEqualTo(16 * (12 + 20) * 2_000L);
  }

  /** What the policy does to moves, under a variant. */
  private static Row variant(Dataset<Row> rows, String name) {
    return found(rows, name, "policy_career_development").first();
  }

  private static Dataset<Row> found(Dataset<Row> rows, String name, String term) {
    return rows.where(R.sample.col().equalTo(lit(name)).and(R.term.col().equalTo(lit(term))));
  }

  private static double policy(Dataset<Row> rows, String name) {
    return variant(rows, name).<Double>getAs(R.estimate.name());
  }

  @Test
  void shouldTryEachVariantInOrderFromTheHeadline() {
    assertThat(RobustnessVariants.of(RobustnessCells.frame(world(), "career_development")))
        .extracting(RobustnessVariant::name)
        .containsExactly(
            "headline",
            "without London",
            "without North East",
            "no merged trusts",
            "before COVID",
            "balanced",
            "placebo occupation",
            "placebo date",
            "lead",
            "net of lead",
            "equal trusts",
            "prices of the area",
            "prices near by",
            "clustered by area",
            "clustered by district",
            "clustered by region");
  }

  /** Without those that no region is known of, all would be left: that is the headline again. */
  @Test
  void shouldLeaveOutNoRegionWhereItIsNotKnown() {
    FakeInputs world = world();
    Dataset<Row> known = trusts.dataset().where(T.organisation.col().notEqual(lit("R0")));
    Dataset<Row> rows = new CareersRobustnessJob().rows(world.with(T, known));
    assertThat(rows.where(R.sample.col().startsWith("without ")).count()).isEqualTo(2);
  }

  @Test
  void shouldFindThePolicyOnNursesAndNothingBeforeIt() {
    Dataset<Row> rows = told();
    // Two more of a thousand nurses, none of a thousand doctors.
    assertThat(policy(rows, "headline")).isCloseTo(1, within(1e-9));
    assertThat(policy(rows, "without London")).isCloseTo(1, within(1e-9));
    assertThat(policy(rows, "before COVID")).isCloseTo(1, within(1e-9));
    assertThat(policy(rows, "lead")).isCloseTo(0, within(1e-9));
    assertThat(policy(rows, "net of lead")).isCloseTo(1, within(1e-9));
    assertThat(policy(rows, "family-wise")).isCloseTo(1, within(1e-9));
    assertThat(rows.where(R.outcome.col().notEqual(lit("move"))).count())
        .as("nobody leaves")
        .isZero();
  }

  /** Two regions, where the bootstrap takes six clusters. */
  @Test
  void shouldTellNoProbabilityWhereClustersAreTooFewForOne() {
    Row regions = variant(told(), "clustered by region");
    assertThat(regions.<Double>getAs(R.estimate.name())).isCloseTo(1, within(1e-9));
    assertThat(regions.<Long>getAs(R.clusters.name())).isEqualTo(2);
    assertThat(regions.<Double>getAs(R.pValue.name())).isNull();
    assertThat(regions.<Double>getAs(R.ciLow.name())).isNull();
  }

  /**
   * Two trusts an area. From 2018 on prices near half of the areas are half a log point higher, and
   * 3 of a thousand go to another trust there where 2 go elsewhere; prices of the areas themselves
   * are not told.
   */
  @Test
  void shouldSetMovesBetweenTrustsAgainstPricesNearBy() {
    TestRows places = TestRows.of(TrustAreas.TABLE);
    TestRows prices =
        TestRows.of(AreaHousePrices.TABLE).each(AreaHousePrices.TABLE.link, AreaLinks.DISTANCE);
    for (int trust = 0; trust < 12; trust++) {
      String area = "area " + trust / 2;
      places.row(
          TrustAreas.TABLE.organisation, "R" + trust,
          TrustAreas.TABLE.lad, "district " + trust,
          TrustAreas.TABLE.ttwa, area);
      for (int month = FIRST; month <= LAST; month += 3) {
        boolean dear = trust / 2 % 2 == 0 && month >= Month.of(2018, 1).number();
        leaveForAnotherTrust("R" + trust, month, dear ? 3 : 2);
        if (trust % 2 == 0) {
          prices.row(
              AreaHousePrices.TABLE.area,
              area,
              AreaHousePrices.TABLE.month,
              new Month(month - month % 3 - 1).firstDay().toString(),
              AreaHousePrices.TABLE.logPrice,
              dear ? 12.5 : 12.0);
        }
      }
    }
    Dataset<Row> rows =
        new CareersRobustnessJob()
            .rows(
                FakeInputs.of()
                    .with(C, cells.dataset())
                    .with(TrustAreas.TABLE, places.dataset())
                    .with(AreaHousePrices.TABLE, prices.dataset()));
    assertRows(rows, R.outcome, R.term, R.clusters, R.sample)
        .areExactly("trust log_house_price 6 prices near by");
    assertThat(rows.first().<Double>getAs(R.estimate.name())).isCloseTo(2, within(1e-9));
  }

  /** Prices are told until 2018, before the policy is in force anywhere. */
  @Test
  void shouldEstimateThePolicyOnMonthsWithoutAHousePriceToo() {
    FakeInputs world = world();
    HousePriceQuarters h = HousePriceQuarters.TABLE;
    TestRows places = TestRows.of(TrustAreas.TABLE);
    TestRows prices = TestRows.of(h).each(h.medianPrice, 1);
    for (int trust = 0; trust < 32; trust++) {
      String district = "district " + trust;
      places.row(
          TrustAreas.TABLE.organisation, "R" + trust,
          TrustAreas.TABLE.lad, district,
          TrustAreas.TABLE.ttwa, district);
      for (int month = FIRST; month < POLICY; month += 3) {
        prices.row(
            h.lad,
            district,
            h.month,
            new Month(month - month % 3 - 1).firstDay().toString(),
            h.logPrice,
            12 + trust * month % 7 / 10.0);
      }
    }
    Dataset<Row> rows =
        new CareersRobustnessJob()
            .rows(world.with(TrustAreas.TABLE, places.dataset()).with(h, prices.dataset()));
    assertThat(policy(rows, "headline")).isCloseTo(1, within(1e-9));
    assertThat(variant(rows, "headline").<Long>getAs(R.observations.name()))
        .isEqualTo(32 * 20 * 2_000L);
  }

  /**
   * Of a thousand 5 leave after sickness and 3 without; 1 of a thousand moves after parental leave
   * and 3 without. Prices are known of 2016 alone.
   */
  @Test
  void shouldTellSicknessOnLeavingAndLeaveOnMovesOfMonthsWithoutAHousePriceToo() {
    HousePriceQuarters h = HousePriceQuarters.TABLE;
    TestRows places = TestRows.of(TrustAreas.TABLE);
    TestRows prices = TestRows.of(h).each(h.medianPrice, 1);
    for (int trust = 0; trust < 8; trust++) {
      places.row(
          TrustAreas.TABLE.organisation, "R" + trust,
          TrustAreas.TABLE.lad, "district " + trust,
          TrustAreas.TABLE.ttwa, "area " + trust);
      for (int month = FIRST; month <= LAST; month += 3) {
        stay("R" + trust, month);
        if (month < FIRST + 12) {
          prices.row(
              h.lad,
              "district " + trust,
              h.month,
              new Month(month - month % 3 - 1).firstDay().toString(),
              h.logPrice,
              12 + trust * month % 7 / 10.0);
        }
      }
    }
    Dataset<Row> headline =
        new CareersRobustnessJob()
            .rows(
                FakeInputs.of()
                    .with(C, cells.dataset())
                    .with(TrustAreas.TABLE, places.dataset())
                    .with(h, prices.dataset()))
            .where(R.sample.col().equalTo(lit("headline")));
    assertRows(headline, R.outcome, R.term, R.observations, R.why)
        .areExactly(
            "left sickness::recent 640000 " + HazardFindings.WHY,
            "move parenthood::returned 640000 " + HazardFindings.WHY);
    assertThat(found(headline, "headline", "sickness::recent").first().<Double>getAs("estimate"))
        .isCloseTo(2, within(1e-9));
    assertThat(
            found(headline, "headline", "parenthood::returned").first().<Double>getAs("estimate"))
        .isCloseTo(-2, within(1e-9));
  }

  private void stay(String trust, int month) {
    String date = new Month(month).firstDay().toString();
    for (String sickness : List.of("recent", "none")) {
      for (String parenthood : List.of("returned", "none")) {
        Object[] cell = {
          C.organisation, trust,
          C.month, date,
          C.level2, "NURSES",
          C.sickness, sickness,
          C.parenthood, parenthood
        };
        long leave = sickness.equals("recent") ? 5 : 3;
        long move = parenthood.equals("returned") ? 1 : 3;
        cells.row(with(cell, C.event, CareerRiskCells.LEFT, C.persons, leave));
        cells.row(with(cell, C.event, CareerRiskCells.LEVEL, C.persons, move));
        cells.row(with(cell, C.event, CareerRiskCells.NONE, C.persons, 1_000 - leave - move));
      }
    }
  }

  /** Of a thousand person-months; the run's own rule is one of six months. */
  @Test
  void shouldHoldTheRulesOfMovesAndExitsInTheSameGrid() {
    CareersRuleGrid g = CareersRuleGrid.TABLE;
    TestRows rules =
        TestRows.of(g)
            .each(g.events, 1L, g.personMonths, 1_000L, g.headline, false)
            .each(g.rateLow, 0.001, g.rateHigh, 0.009)
            .row(g.rule, "persistence", g.months, 3, g.rate, 0.003)
            .row(g.rule, "persistence", g.months, 6, g.rate, 0.002, g.headline, true)
            .row(g.rule, "swaps", g.months, 6, g.rate, 0.004)
            .row(g.rule, "gap", g.months, 6, g.rate, 0.006, g.headline, true)
            .row(g.rule, "gap", g.months, 12, g.rate, 0.005);
    Dataset<Row> rows = new CareersRobustnessJob().rows(FakeInputs.of().with(g, rules.dataset()));
    assertRows(rows, R.outcome, R.estimate, R.ciLow, R.ciHigh, R.observations, R.sample)
        .areExactly(
            "exit 5.0 1.0 9.0 1000 gap 12",
            "exit 6.0 1.0 9.0 1000 headline",
            "move 2.0 1.0 9.0 1000 headline",
            "move 3.0 1.0 9.0 1000 persistence 3",
            "move 4.0 1.0 9.0 1000 swaps included");
    Row headline =
        rows.where(R.place.col().equalTo(lit(0)).and(R.outcome.col().equalTo("exit"))).first();
    assertThat(headline.<Double>getAs(R.stdError.name()))
        .isCloseTo(Math.sqrt(0.006 * 0.994 / 1_000) * 1_000, within(1e-9));
  }

  @Test
  void shouldSetStayingTwoYearsAfterAMoveBesideEachComparison() {
    CareersEventPaths e = CareersEventPaths.TABLE;
    TestRows paths =
        TestRows.of(e)
            .each(
                e.estimator, "matched difference",
                e.per, "share",
                e.stdError, 0.1,
                e.observations, 9L,
                e.clusters, 3L,
                e.variance, "v",
                e.design, "association",
                e.why, "w",
                e.formula, "f",
                e.inputsVersion, "i",
                e.comparisonMean, 0.5,
                e.events, 4L,
                e.unmatched, 0L)
            .row(path(StayingAfterMoves.RECRUITS, "on_payroll", 24, 0.2))
            .row(path(StayingAfterMoves.RECRUITS, "on_payroll", 23, 0.3))
            .row(path(StayingAfterMoves.STAYERS, "on_payroll", 24, 0.4))
            .row(path("returns from long sickness", "on_payroll", 24, 0.5))
            .row(path("moves to a lower band, against direct recruits", "on_payroll", 24, 0.7))
            .row(path(StayingAfterMoves.RECRUITS, "fte", 24, 0.6));
    Dataset<Row> rows = new CareersRobustnessJob().rows(FakeInputs.of().with(e, paths.dataset()));
    assertRows(rows, R.place, R.outcome, R.term, R.estimate, R.sample)
        .areExactly(
            "0 on_payroll k=+24 0.2 moves between occupation groups, against direct recruits",
            "1 on_payroll k=+24 0.4 moves between occupation groups, against matched stayers");
  }

  private static Object[] path(String sample, String outcome, int month, double estimate) {
    CareersEventPaths e = CareersEventPaths.TABLE;
    return new Object[] {
      e.sample, sample,
      e.outcome, outcome,
      e.term, "k=+" + month,
      e.eventMonth, month,
      e.estimate, estimate
    };
  }

  private void leaveForAnotherTrust(String trust, int month, long persons) {
    String date = new Month(month).firstDay().toString();
    Object[] cell = {C.organisation, trust, C.month, date, C.level2, "NURSES"};
    cells.row(with(cell, C.event, CareerRiskCells.TRUST, C.persons, persons));
    cells.row(with(cell, C.event, CareerRiskCells.NONE, C.persons, 1_000 - persons));
  }

  private static Object[] with(Object[] cell, Object... more) {
    return Stream.concat(Arrays.stream(cell), Arrays.stream(more)).toArray();
  }

  /** Of two tests the smaller p counts twice and the other no less; one untold is not counted. */
  @Test
  void shouldReckonTheTestsOfTheHeadlineAsOneFamily() {
    Evidence evidence = new Evidence(32, 32, "cluster:organisation", "moves ~ policy");
    Map<Headline, RobustnessVariant.Result> family =
        CareersRobustnessJob.familyWise(
            new EnumMap<>(
                Map.of(
                    Headline.POLICY, new RobustnessVariant.Result(effect(0.03), evidence),
                    Headline.HOUSE_PRICE,
                        new RobustnessVariant.Result(effect(Double.NaN), evidence),
                    Headline.SICKNESS, new RobustnessVariant.Result(effect(0.02), evidence))));
    assertThat(family.get(Headline.POLICY).effect()).isEqualTo(effect(0.04));
    assertThat(family.get(Headline.HOUSE_PRICE).effect().pValue()).isNaN();
    assertThat(family.get(Headline.SICKNESS).effect()).isEqualTo(effect(0.04));
    assertThat(family).hasSize(3);
  }

  private static Coefficient effect(double p) {
    return new Coefficient("policy", 1, 0.5, 2, p, 0, 2);
  }

  @Test
  void shouldSayNothingWhereTheEffectsExplainEveryMove() {
    Dataset<Row> rows = told();
    assertThat(rows.where(R.sample.col().startsWith("placebo ")).count()).isZero();
  }

  @Test
  void shouldCountPersonMonthsAndClustersOfEachVariant() {
    Dataset<Row> rows = told();
    assertThat(variant(rows, "headline").<Long>getAs(R.observations.name()))
        .isEqualTo(32 * 20 * 2_000L);
    assertThat(variant(rows, "before COVID").<Long>getAs(R.observations.name()))
        .isEqualTo(32 * 16 * 2_000L);
    assertThat(variant(rows, "without London").<Long>getAs(R.clusters.name())).isEqualTo(16);
    assertThat(variant(rows, "without London").<String>getAs(R.variance.name()))
        .contains("wild cluster bootstrap");
  }
}
