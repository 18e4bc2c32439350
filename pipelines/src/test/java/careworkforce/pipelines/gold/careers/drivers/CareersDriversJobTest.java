package careworkforce.pipelines.gold.careers.drivers;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.SameTables;
import careworkforce.common.estimate.distributed.FittingPlace;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.Partitions;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.trustpolicies.TrustPolicies;
import careworkforce.pipelines.silver.careers.CareerRiskCells;
import careworkforce.pipelines.silver.exposures.houseprice.AreaHousePrices;
import careworkforce.pipelines.silver.exposures.houseprice.HousePriceQuarters;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.reference.TrustAreas;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
  private static final AreaHousePrices W = AreaHousePrices.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;
  private static final OrganisationSuccessors O = OrganisationSuccessors.TABLE;
  private static final String BY_AREA = "cluster:ttwa";

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
              C.sickness, "none",
              C.destination, "none");
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
  void shouldCountThePersonMonthsThatAnEstimateStandsOnAndNotThoseOfATrustThatNobodyLeft() {
    trusts(16, "left", new int[] {0});
    cells.row(
        C.organisation, "nobody leaves", C.month, "2015-02", C.event, "none", C.persons, 700L);
    cells.row(
        C.organisation, "nobody leaves", C.month, "2015-03", C.event, "none", C.persons, 700L);
    Row row = drivers(inputs().with(P, policies.dataset())).first();
    assertThat(row.<Long>getAs("n_obs")).isEqualTo(64_000);
    assertThat(row.<Long>getAs("n_clusters")).isEqualTo(32);
  }

  /** Of a thousand in each month 200 are away the next; that they do not move tells nothing. */
  @Test
  void shouldPutWhoIsAwayTheNextMonthAtRiskOfLeavingAlone() {
    trusts(16, "trust", new int[] {0});
    for (int pair = 0; pair < 16; pair++) {
      for (String trust : new String[] {"A" + pair, "B" + pair}) {
        month(trust, "2015-02", "left", 0, "away", 200);
        month(trust, "2015-03", "left", trust.startsWith("A") ? 30 : 20, "away", 400);
        month(trust, "2015-02", "left", 10, "away", 0);
      }
    }
    FakeInputs inputs = inputs().with(P, policies.dataset());
    for (FittingPlace.Wish wish :
        new FittingPlace.Wish[] {FittingPlace.Wish.NEVER, FittingPlace.Wish.ALWAYS}) {
      assertRows(drivers(inputs, wish), D.outcome, D.term, D.observations)
          .areExactly("left policy_careers 84320", "trust policy_careers 65120");
    }
    Row moves = drivers(inputs).where(D.outcome.col().equalTo(lit("trust"))).first();
    assertThat(moves.<Double>getAs("estimate"))
        .isCloseTo(cloglog(40 / 1_030.0) - cloglog(30 / 1_020.0), within(1e-7));
  }

  /** Of nursing support too 5 of a thousand become clerks on the way up; midwives become nurses. */
  @Test
  void shouldTellTheWayFromNursingSupportToNurseApart() {
    for (int pair = 0; pair < 16; pair++) {
      for (String trust : new String[] {"A" + pair, "B" + pair}) {
        moveOn(trust, "2015-02", 20);
        moveOn(trust, "2015-03", trust.startsWith("A") ? 40 : 30);
      }
      policies.row(P.trust, "A" + pair, P.policy, "careers", P.fromMonth, "2015-03");
    }
    Dataset<Row> rows = drivers(inputs().with(P, policies.dataset()));
    assertRows(rows, D.outcome, D.term, D.observations, D.sample)
        .areExactly(
            "move_up policy_careers 128000 staff at work in all trusts, all months",
            "support_to_nurse policy_careers 64000 nursing support staff and nursing learners at"
                + " work in all trusts, all months");
    Row pathway = rows.where(D.outcome.col().equalTo(lit("support_to_nurse"))).first();
    assertThat(pathway.<Double>getAs("estimate"))
        .isCloseTo(cloglog(0.04) - cloglog(0.03), within(1e-7));
  }

  private void moveOn(String trust, String month, long nurses) {
    Object[] support = {C.organisation, trust, C.month, month, C.level2, "NURSING_SUPPORT"};
    count(support, "none", 995 - nurses);
    count(and(support, C.destination, "CLERICAL"), "move_up", 5);
    count(and(support, C.destination, "NURSES"), "move_up", nurses);
    Object[] midwives = {C.organisation, trust, C.month, month, C.level2, "MIDWIVES"};
    count(midwives, "none", 990);
    count(and(midwives, C.destination, "NURSES"), "move_up", 10);
  }

  private static Object[] and(Object[] cell, Object... more) {
    return Stream.concat(Arrays.stream(cell), Arrays.stream(more)).toArray();
  }

  private void month(String trust, String month, String first, long one, String other, long two) {
    Object[] cell = {C.organisation, trust, C.month, month};
    count(cell, first, one);
    count(cell, other, two);
  }

  /** Three age bands are two parameters, and take twenty events. */
  @Test
  void shouldTellAHazardFromTenEventsForEachLevelThatIsCompared() {
    ages("A", 2, 3, 3);
    ages("B", 3, 2, 2);
    assertThat(drivers(inputs()).collectAsList()).isEmpty();
    ages("C", 2, 2, 1);
    assertRows(drivers(inputs()).where(D.estimator.col().equalTo(lit("cloglog"))), D.term)
        .areExactly("age_band::45-54", "age_band::under 30");
  }

  /** Who leaves, and 100 who do not, of each age band. */
  private void ages(String trust, long... left) {
    String[] ages = {"under 30", "30-44", "45-54"};
    for (int i = 0; i < ages.length; i++) {
      Object[] cell = {C.organisation, trust, C.month, "2015-02", C.ageBand, ages[i]};
      count(cell, "left", left[i]);
      count(cell, "none", 100);
    }
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
        .areExactly("trust log_house_price 32 " + BY_AREA);
    assertThat(rows.first().<Double>getAs("estimate"))
        .isCloseTo((cloglog(0.04) - cloglog(0.03)) / Math.log(2), within(1e-7));
  }

  /** Prices of the area rise by the log of four where those of the district rise by that of two. */
  @Test
  void shouldTellMovesBetweenGroupsByThePriceOfTheDistrictAndByThatOfTheArea() {
    trusts(16, "move_up", new int[] {0});
    TestRows wide = TestRows.of(W).each(W.link, AreaLinks.TTWA);
    for (int pair = 0; pair < 16; pair++) {
      wide.row(W.area, "TA" + pair, W.month, "2014-12", W.logPrice, 12.0);
      wide.row(W.area, "TB" + pair, W.month, "2014-12", W.logPrice, 12.0);
      wide.row(W.area, "TA" + pair, W.month, "2015-03", W.logPrice, 12 + Math.log(4));
      wide.row(W.area, "TB" + pair, W.month, "2015-03", W.logPrice, 12.0);
    }
    FakeInputs inputs =
        inputs().with(A, areas.dataset()).with(H, prices.dataset()).with(W, wide.dataset());
    for (FittingPlace.Wish wish :
        new FittingPlace.Wish[] {FittingPlace.Wish.NEVER, FittingPlace.Wish.ALWAYS}) {
      List<Row> rows = drivers(inputs, wish).orderBy(D.term.col()).collectAsList();
      assertThat(rows)
          .extracting(row -> row.getAs("outcome") + " " + row.getAs("term"))
          .containsExactly("move_up area_log_house_price", "move_up log_house_price");
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.<String>getAs("variance")).isEqualTo(BY_AREA));
      double march = cloglog(0.04) - cloglog(0.03);
      assertThat(rows.get(0).<Double>getAs("estimate"))
          .isCloseTo(march / Math.log(4), within(1e-7));
      assertThat(rows.get(1).<Double>getAs("estimate"))
          .isCloseTo(march / Math.log(2), within(1e-7));
    }
  }

  /** Prices end before March: not so who moves between groups, of whom more than them is asked. */
  @Test
  void shouldTellMovesBetweenGroupsOfMonthsWithoutAHousePriceToo() {
    trusts(16, "move_up", new int[] {0});
    Dataset<Row> early = prices.dataset().where(H.month.col().lt(lit("2015-01-01")));
    FakeInputs inputs =
        inputs().with(P, policies.dataset()).with(A, areas.dataset()).with(H, early);
    for (FittingPlace.Wish wish :
        new FittingPlace.Wish[] {FittingPlace.Wish.NEVER, FittingPlace.Wish.ALWAYS}) {
      Dataset<Row> rows = drivers(inputs, wish);
      assertRows(rows, D.term, D.observations, D.sample)
          .areExactly("policy_careers 64000 staff at work in all trusts, all months");
      assertThat(rows.first().<Double>getAs("estimate"))
          .isCloseTo(cloglog(0.04) - cloglog(0.03), within(1e-7));
    }
  }

  /** In August, of which no price is known, minorities move too; before it none does. */
  @Test
  void shouldTellMovesOfTrustOfMonthsWhoseHousePriceIsKnownAndSaySo() {
    trusts(16, "trust", new int[] {0});
    for (int pair = 0; pair < 16; pair++) {
      String trust = "A" + pair;
      month(trust, "2015-08", "trust", 25);
      count(minority(trust, "2015-02"), "none", 100);
      count(minority(trust, "2015-08"), "none", 100);
      count(minority(trust, "2015-08"), "trust", 10);
    }
    Dataset<Row> rows = drivers(inputs().with(A, areas.dataset()).with(H, prices.dataset()));
    assertRows(rows, D.term, D.observations, D.sample)
        .areExactly(
            "log_house_price 65600 staff at work in trusts and months of which the house price is"
                + " known");
  }

  private static Object[] minority(String trust, String month) {
    return new Object[] {C.organisation, trust, C.month, month, C.ethnicity, "minority"};
  }

  /** A district may be younger than the travel-to-work areas. */
  @Test
  void shouldLeaveATrustOfADistrictInNoAreaAmongThose() {
    trusts(16, "trust", new int[] {0});
    Dataset<Row> unplaced =
        areas
            .dataset()
            .withColumn(A.ttwa.name(), when(A.organisation.col().notEqual("A3"), A.ttwa.col()));
    Dataset<Row> rows = drivers(inputs().with(A, unplaced).with(H, prices.dataset()));
    assertRows(rows, D.term, D.clusters).areExactly("log_house_price 32");
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
    Row hazard = rows.where(D.estimator.col().equalTo(lit("cloglog"))).first();
    assertThat(hazard.isNullAt(hazard.fieldIndex("p_value"))).isTrue();
    assertThat(hazard.isNullAt(hazard.fieldIndex("ci_low"))).isTrue();
    assertThat(hazard.<String>getAs("variance"))
        .isEqualTo(
            "cluster:organisation, no test and no interval: 10 clusters, and they take 30 or more"
                + " of a complementary log-log model");
  }

  /** Thirty-two trusts in ten areas. */
  @Test
  void shouldBootstrapALinearHazardByHousePricesWhereAreasAreFew() {
    trusts(16, "trust", new int[] {0, 3, 1, 4, 2});
    Dataset<Row> few = areas.dataset().withColumn(A.ttwa.name(), substring(A.ttwa.col(), 3, 1));
    Dataset<Row> rows = drivers(inputs().with(A, few).with(H, prices.dataset()));
    assertRows(rows, D.estimator, D.term, D.clusters)
        .areExactly("cloglog log_house_price 10", "linear log_house_price 10");
    Row hazard = rows.where(D.estimator.col().equalTo(lit("cloglog"))).first();
    assertThat(hazard.isNullAt(hazard.fieldIndex("p_value"))).isTrue();
    Row linear = rows.where(D.estimator.col().equalTo(lit("linear"))).first();
    assertThat(linear.<String>getAs("variance")).contains("wild cluster bootstrap");
    assertThat(linear.<String>getAs("per"))
        .isEqualTo("events for 1,000 person-months, for one log point of house prices");
    // 20 more than the others' 10, less a mean of 2 in February, for the log of 2.
    double mean = (3 * (0 + 3 + 1 + 4 + 2) + 0) / 16.0;
    assertThat(linear.<Double>getAs("estimate")).isCloseTo((10 - mean) / Math.log(2), within(1e-9));
  }

  /**
   * Thirty-two trusts with nurses and doctors of either sex, over four months, and who leaves and
   * who goes to another trust; of those there for five years hardly anybody leaves.
   */
  private FakeInputs varied() {
    trusts(16, "left", new int[] {0, 3, 1, 4, 2});
    String[] months = {"2015-02", "2015-03", "2015-04", "2015-05"};
    String[] tenures = {"under 1", "1-4", "5 and over"};
    for (int i = 0; i < 32 * 4 * 2 * 2 * 3; i++) {
      String tenure = tenures[i % 3];
      Object[] cell = {
        C.organisation,
        (i % 2 == 0 ? "A" : "B") + i / 2 % 16,
        C.month,
        months[i / 32 % 4],
        C.level2,
        i / 128 % 2 == 0 ? "NURSES" : "DOCTORS",
        C.sex,
        i / 256 % 2 == 0 ? "Female" : "Male",
        C.tenure,
        tenure
      };
      long left = tenure.equals("5 and over") ? (i == 2 ? 3 : 0) : 2 + i * 7L % 5;
      count(cell, "left", left);
      count(cell, "trust", 1 + i * 11L % 3);
      count(cell, "none", 150 + i % 50);
    }
    TestRows later = TestRows.of(P).each(P.period, "2014-01", P.sourceFile, "f", P.sourceLine, 2L);
    for (int pair = 0; pair < 16; pair += 2) {
      later.row(P.trust, "B" + pair, P.policy, "careers", P.fromMonth, "2015-04");
    }
    return inputs().with(P, later.dataset()).with(A, areas.dataset()).with(H, prices.dataset());
  }

  private void count(Object[] cell, String event, long persons) {
    if (persons > 0) {
      cells.row(and(cell, C.event, event, C.persons, persons));
    }
  }

  private static Dataset<Row> drivers(FakeInputs inputs, FittingPlace.Wish wish) {
    return new CareersDriversJob(wish).rows(inputs);
  }

  @Test
  void shouldFindTheSameInTheSameOrderWhereverTheCellsAre() {
    FakeInputs inputs = varied();
    List<Row> here = drivers(inputs, FittingPlace.Wish.NEVER).collectAsList();
    List<Row> there = drivers(inputs, FittingPlace.Wish.ALWAYS).collectAsList();
    assertThat(here)
        .extracting(row -> row.getAs("outcome") + " " + row.getAs("term"))
        .containsExactly(
            "left sex::Female",
            "left tenure::under 1",
            "left policy_careers",
            "left log_house_price",
            "trust sex::Female",
            "trust tenure::5 and over",
            "trust tenure::under 1",
            "trust policy_careers",
            "trust log_house_price");
    assertSameToNineDigits(here, there);
  }

  @Test
  void shouldLeaveOutPricesThatAPolicyExplains() {
    trusts(16, "left", new int[] {0});
    FakeInputs inputs =
        inputs().with(P, policies.dataset()).with(A, areas.dataset()).with(H, prices.dataset());
    assertRows(drivers(inputs), D.outcome, D.term).areExactly("left policy_careers");
  }

  @Test
  void shouldFindTheSameOfFewTrustsWhereverTheCellsAre() {
    trusts(5, "left", new int[] {0, 3, 1, 4, 2});
    FakeInputs inputs = inputs().with(P, policies.dataset());
    assertSameToNineDigits(
        drivers(inputs, FittingPlace.Wish.NEVER).collectAsList(),
        drivers(inputs, FittingPlace.Wish.ALWAYS).collectAsList());
  }

  @Test
  void shouldSayNothingWhereverTheCellsAreWhenNobodyIsLeftToCompare() {
    // All leave in one trust and none in the other.
    month("A", "2015-02", "left", 1_000);
    month("B", "2015-02", "left", 0);
    for (FittingPlace.Wish wish : FittingPlace.Wish.values()) {
      assertThat(drivers(inputs(), wish).collectAsList()).isEmpty();
    }
  }

  /** Probabilities to nine places, all other numbers to nine digits. */
  private static void assertSameToNineDigits(List<Row> expected, List<Row> actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int r = 0; r < expected.size(); r++) {
      for (int c = 0; c < expected.get(r).size(); c++) {
        Object value = expected.get(r).get(c);
        String name = expected.get(r).schema().fieldNames()[c];
        if (value instanceof Double number) {
          double size = name.equals(D.pValue.name()) ? 1 : Math.abs(number);
          assertThat(actual.get(r).getDouble(c)).as(name).isCloseTo(number, within(1e-9 * size));
        } else {
          assertThat(actual.get(r).get(c)).as(name).isEqualTo(value);
        }
      }
    }
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitionsWhereTheCellsStay() {
    FakeInputs inputs = varied();
    SameTables.assertNear(
        Partitions.of(1, () -> drivers(inputs, FittingPlace.Wish.ALWAYS)),
        Partitions.of(5, () -> drivers(inputs, FittingPlace.Wish.ALWAYS)),
        1e-9);
  }

  @Test
  void shouldNotDependOnTheNumberOfPartitions() {
    trusts(5, "left", new int[] {0, 3, 1, 4, 2});
    FakeInputs inputs = inputs().with(P, policies.dataset());
    SameTables.assertNear(
        Partitions.of(1, () -> drivers(inputs)), Partitions.of(5, () -> drivers(inputs)), 1e-9);
  }
}
