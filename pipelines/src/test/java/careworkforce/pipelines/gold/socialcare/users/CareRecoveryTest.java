package careworkforce.pipelines.gold.socialcare.users;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.pipelines.SmallEngland;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.synthetic.Synth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From delivered files to the people cared for, in an England a fiftieth of the size. */
@Tag("slow")
class CareRecoveryTest {
  private static final SocialcareOutcomeEffects E = SocialcareOutcomeEffects.TABLE;
  private static final SocialcareRobustness R = SocialcareRobustness.TABLE;
  private static final SocialcareSatisfactionEffects S = SocialcareSatisfactionEffects.TABLE;

  /** Planted: 0.0328 arrivals a resident-month for one more of turnover a year. */
  private static final double ARRIVALS = 0.00328;

  /** Planted: 40 points of satisfaction fewer for one more of turnover a year. */
  private static final double SATISFACTION = -4;

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void make() {
    Synth.write(
        Sparks.session(),
        Settings.load(
            List.of(),
            Map.of(
                "synthetic.scale", "0.02",
                "synthetic.areas", "90",
                "synthetic.from", "\"2013-01\"",
                "synthetic.to", "\"2019-12\"",
                "synthetic.ecds-start", "\"2019-11\"")),
        new org.apache.hadoop.fs.Path(folder.toUri()),
        (part, number, of) -> {});
    lake =
        SmallEngland.run(
            folder.resolve("lake"),
            folder.resolve("landing"),
            List.of("+" + E.fullName(), "+" + R.fullName(), "+" + S.fullName()));
  }

  @Test
  void shouldRecoverWhatTurnoverDoesToArrivalsWhereLeastSquaresDoesNot() {
    assertCovers(E, ARRIVALS, headline("iv"));
    assertCovers(E, ARRIVALS, arrivals("two_step"));
    assertThat(headline("ols").<Double>getAs("estimate")).isLessThan(ARRIVALS / 2);
    assertThat(headline("iv").<Double>getAs("ar_p_value")).isLessThan(0.05);
  }

  @Test
  void shouldRecoverItAsAShareOfArrivals() {
    Row poisson = arrivals("iv_poisson");
    double mean = poisson.getAs("outcome_mean");
    assertCovers(E, Math.log1p(ARRIVALS / mean), poisson);
    assertThat(arrivals("ppml").<Double>getAs("estimate")).isLessThan(ARRIVALS / mean / 2);
  }

  @Test
  void shouldFindNothingWhereNothingIsPlanted() {
    assertCovers(R, 0, robustness("placebo: wages a year ahead", "reduced_form"));
    assertCovers(R, ARRIVALS, robustness("headline", "iv"));
    assertCovers(R, ARRIVALS, robustness("clustered by home", "iv"));
  }

  @Test
  void shouldRecoverWhatTurnoverDoesToSatisfaction() {
    Column satisfied =
        S.outcome
            .col()
            .equalTo("3A")
            .and(S.stratum.col().equalTo(SocialcareSatisfactionEffects.CARE_HOMES));
    assertCovers(S, SATISFACTION, row(S, satisfied.and(S.estimator.col().equalTo("iv"))));
    Row pooled = row(S, satisfied.and(S.estimator.col().equalTo("pooled")));
    assertThat(pooled.<Double>getAs("estimate")).isGreaterThan(SATISFACTION / 2);
  }

  private static Row headline(String estimator) {
    return row(E, E.headline().and(E.estimator.col().equalTo(estimator)));
  }

  private static Row arrivals(String estimator) {
    return row(
        E,
        E.outcome
            .col()
            .equalTo(CareOutcome.ARRIVALS.label())
            .and(E.sample.col().equalTo("home-months to 2020-02"))
            .and(E.estimator.col().equalTo(estimator)));
  }

  private static Row robustness(String sample, String estimator) {
    return row(
        R,
        R.sample
            .col()
            .equalTo(sample)
            .and(R.outcome.col().equalTo(CareOutcome.ARRIVALS.label()))
            .and(R.estimator.col().equalTo(estimator)));
  }

  private static Row row(EstimateTable table, Column which) {
    List<Row> rows = lake.read(table).where(which).collectAsList();
    assertThat(rows).as("%s", which).hasSize(1);
    return rows.get(0);
  }

  private static void assertCovers(EstimateTable table, double truth, Row row) {
    assertThat(truth)
        .as("%s", row)
        .isBetween(row.<Double>getAs(table.ciLow.name()), row.<Double>getAs(table.ciHigh.name()));
  }
}
