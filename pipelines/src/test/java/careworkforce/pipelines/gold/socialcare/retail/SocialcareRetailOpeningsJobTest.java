package careworkforce.pipelines.gold.socialcare.retail;

import static careworkforce.pipelines.RowsAssert.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.retail.RetailOpenings;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class SocialcareRetailOpeningsJobTest {
  private static final SocialcareRetailOpenings E = SocialcareRetailOpenings.TABLE;

  private static final RetailOpenings R = RetailOpenings.TABLE;
  private static final HomeMonths H = HomeMonths.TABLE;

  private static final String PLACEBO = "placebo, dated 9 quarters before they came: ";

  private static Dataset<Row> leaving(int effect) {
    return new SocialcareRetailOpeningsJob()
        .rows(RetailWorld.with(effect))
        .where(E.outcome.col().equalTo("leaving_rate"));
  }

  private static Dataset<Row> told;

  /** What the job tells where staff of homes near a store leave by eight in a hundred more. */
  private static Dataset<Row> told() {
    if (told == null) {
      told = leaving(8);
    }
    return told;
  }

  private static Row overall(Dataset<Row> effects, boolean real) {
    return effects
        .where(E.term.col().equalTo("after opening"))
        .where(E.sample.col().equalTo((real ? "" : PLACEBO) + "openings"))
        .first();
  }

  @Test
  void shouldFindAnEffectOfOpeningsThatIsThere() {
    Dataset<Row> effects = told();
    Row after = overall(effects, true);
    assertThat(after.<Double>getAs(E.estimate.name())).isCloseTo(0.08, within(0.003));
    assertThat(after.<Long>getAs(E.clusters.name())).isEqualTo(32);
    // 32 sites of four homes over 17 quarters; the home that two sites opened near is left out.
    assertThat(after.<Long>getAs(E.observations.name())).isEqualTo(32 * 4 * 17);
    assertThat(after.<String>getAs(E.design.name())).isEqualTo("causal");
    assertThat(after.<Long>getAs(E.pairs.name())).isEqualTo(32 * 2 + 2);
    assertThat(after.<Long>getAs(E.pairsLeftOut.name())).isEqualTo(2);
    Row placebo = overall(effects, false);
    assertThat(placebo.<Double>getAs(E.estimate.name())).isCloseTo(0, within(0.003));
    assertThat(placebo.<String>getAs(E.design.name())).isEqualTo("association");
    assertThat(placebo.<String>getAs(E.why.name())).startsWith("a test: nil where homes near");
  }

  /** Half of the homes farther off are not in the area whose staff leave when the store opens. */
  @Test
  void shouldNotTakeWhatBefallsAnAreaForTheOpeningWithinIt() {
    Dataset<Row> effects =
        new SocialcareRetailOpeningsJob()
            .rows(RetailWorld.withShock(8, 20))
            .where(E.outcome.col().equalTo("leaving_rate"));
    assertThat(overall(effects, true).<Double>getAs(E.estimate.name()))
        .isCloseTo(0.18, within(0.003));
    Row within =
        effects
            .where(E.term.col().equalTo("after opening"))
            .where(E.sample.col().equalTo("openings, homes of one travel-to-work area"))
            .first();
    assertThat(within.<Double>getAs(E.estimate.name())).isCloseTo(0.08, within(0.004));
    assertThat(within.<Long>getAs(E.clusters.name())).isEqualTo(32);
  }

  /** Openings to the spring of 2016 have their two years by then: five of each eight sites. */
  @Test
  void shouldTellOfOpeningsWhoseYearsAreOverBeforeCovidApart() {
    Dataset<Row> effects =
        new SocialcareRetailOpeningsJob()
            .rows(RetailWorld.with(8).with(SocialcareSample.LAST_MONTH, Month.of(2018, 2)));
    Row before =
        effects
            .where(E.outcome.col().equalTo("leaving_rate"))
            .where(E.term.col().equalTo("after opening"))
            .where(E.sample.col().equalTo("openings to 2018-02"))
            .first();
    assertThat(before.<Double>getAs(E.estimate.name())).isCloseTo(0.08, within(0.004));
    assertThat(before.<Long>getAs(E.clusters.name())).isEqualTo(20);
    assertThat(before.<Long>getAs(E.observations.name())).isEqualTo(20 * 4 * 17);
  }

  @Test
  void shouldTraceThePathByQuarterSinceOpening() {
    List<Row> path =
        told()
            .where(E.sample.col().equalTo("openings"))
            .where(E.event.col().isNotNull())
            .orderBy(E.event.col())
            .collectAsList();
    assertThat(path).hasSize(16);
    for (Row point : path) {
      int time = point.getAs(E.event.name());
      assertThat(time).isBetween(-8, 8).isNotEqualTo(-1);
      assertThat(point.<Double>getAs(E.estimate.name()))
          .isCloseTo(time < 0 ? 0 : 0.08, within(0.012));
      assertThat(point.<String>getAs(E.design.name()))
          .isEqualTo(time < 0 ? "association" : "causal");
    }
  }

  @Test
  void shouldSayWhatSizeOfChangeNothingFoundRulesOut() {
    Row after = overall(leaving(0), true);
    double share = after.getAs(E.ruledOut.name());
    assertThat(share).isGreaterThan(0).isLessThan(0.02);
    assertThat(after.<String>getAs(E.statement.name()))
        .isEqualTo(
            String.format(
                "rules out changes above %.1f%% in either direction, at the 5%% level",
                100 * share));
  }

  /** Five sites of 32 tell of the effect. */
  @Test
  void shouldTellNoIntervalWhereFewSitesHaveHomesToCompare() {
    Dataset<Row> effects = new SocialcareRetailOpeningsJob().rows(RetailWorld.with(8, 5));
    Row after = overall(effects.where(E.outcome.col().equalTo("leaving_rate")), true);
    assertThat(after.<Double>getAs(E.estimate.name())).isCloseTo(0.08, within(0.02));
    assertThat(after.<Long>getAs(E.clusters.name())).isEqualTo(5);
    assertThat(after.<Double>getAs(E.ciLow.name())).isNull();
    assertThat(after.<Double>getAs(E.pValue.name())).isNull();
    assertThat(after.<String>getAs(E.statement.name())).isNull();
    assertThat(after.<String>getAs(E.variance.name()))
        .endsWith("no test and no interval: 5 clusters, and they take 6 or more");
  }

  /** It is near s0, which opened in quarter 12, and was opened after quarter 20. */
  @Test
  void shouldCountNoPairWhoseHomeIsSeenOutsideTheWindowAlone() {
    FakeInputs inputs = RetailWorld.with(8);
    Dataset<Row> openings = inputs.table(R);
    Dataset<Row> staff = inputs.table(H);
    Dataset<Row> nearFirst =
        openings
            .where(R.homeId.col().equalTo("h00"))
            .withColumn(R.homeId.name(), functions.lit("new"));
    Dataset<Row> late =
        staff
            .where(H.homeId.col().equalTo("h00"))
            .where(H.month.col().geq(functions.lit("2018-01-01").cast("date")))
            .withColumn(H.homeId.name(), functions.lit("new"));
    Row after =
        overall(
            new SocialcareRetailOpeningsJob()
                .rows(
                    inputs
                        .with(R, openings.unionByName(nearFirst))
                        .with(H, staff.unionByName(late))),
            true);
    assertThat(after.<Long>getAs(E.pairs.name())).isEqualTo(32 * 2 + 2);
  }

  @Test
  void shouldTellNothingWithoutOpenings() {
    assertRows(new SocialcareRetailOpeningsJob().rows(FakeInputs.of()), E.outcome).areExactly();
  }
}
