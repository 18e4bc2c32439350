package careworkforce.pipelines.gold.socialcare.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.conf.Settings;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.gold.socialcare.DrawnHomes;
import careworkforce.pipelines.silver.exposures.nhsopenings.DrawnOpenings;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.nhs.RecruitmentRounds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A twentieth of England in the ten years before COVID, all else by default: 70,000 NHS staff by
 * their own careers, 900 care homes of which half report. What NHS openings do is found by the
 * instrument. Least squares finds of it the share of the openings' variation that the rounds of
 * recruitment are, the rest being who comes and goes anyway: the slope of rounds on openings.
 */
@Tag("slow")
class NhsRecoveryTest {
  private static final CareHomes H = CareHomes.TABLE;
  private static final SocialcareNhsOpenings E = SocialcareNhsOpenings.TABLE;
  private static final WorldSettings WORLD =
      WorldSettings.of(
          Settings.load(
              List.of(),
              Map.of(
                  "synthetic.scale", "0.05",
                  "synthetic.from", "\"2010-01\"",
                  "synthetic.to", "\"2020-02\"")));

  private static FakeInputs inputs = FakeInputs.of();
  private static List<Row> effects = List.of();
  private static double planted;

  @BeforeAll
  static void estimate() {
    Frame drawn = DrawnHomes.reporting(WORLD, WORLD.months());
    planted =
        WORLD.supply().nhsOpenings()
            * Arrays.stream(drawn.numbers(DrawnHomes.PROPENSITY)).filter(p -> p > 0.02).count()
            / drawn.rows();
    TestRows homes =
        TestRows.of(H)
            .each(H.locationId, "l", H.locations, 1L, H.openedOn, "2011-01-01", H.nursing, true);
    for (int home = 0; home < WORLD.homes(); home++) {
      int area = Employer.of(WORLD, home).area().index();
      homes.row(H.homeId, "h" + home, H.region, "R" + area % 9, H.ttwa, "T" + area);
    }
    inputs =
        FakeInputs.of()
            .with(NhsOpeningMonths.TABLE, DrawnOpenings.of(WORLD).cache())
            .with(H, homes.dataset())
            .with(HomeMonths.TABLE, DrawnHomes.months(WORLD, drawn));
    effects =
        new SocialcareNhsOpeningsJob()
            .rows(inputs)
            .where(E.outcome.col().equalTo("turnover"))
            .collectAsList();
  }

  private static double number(String estimator, careworkforce.common.table.Field field) {
    return effects.stream()
        .filter(row -> row.getAs(E.estimator.name()).equals(estimator))
        .findFirst()
        .orElseThrow()
        .<Double>getAs(field.name());
  }

  @Test
  void shouldFindThePlantedEffectByTheInstrument() {
    assertThat(number("iv", E.firstStageF)).isGreaterThan(10);
    assertThat(number("iv", E.estimate)).isCloseTo(planted, within(3 * number("iv", E.stdError)));
  }

  @Test
  void shouldFindOfItByLeastSquaresTheShareThatRoundsAreOfOpenings() {
    Coefficient share = roundsOnOpenings();
    assertThat(share.estimate()).isBetween(0.01, 0.5);
    assertThat(number("ols", E.estimate))
        .isCloseTo(planted * share.estimate(), within(3 * number("ols", E.stdError)));
  }

  /** The year's mean of the rounds that pull, on the openings that the job sees. */
  private static Coefficient roundsOnOpenings() {
    Frame months = SparkFrames.read(NhsPanel.months(inputs));
    RecruitmentRounds rounds = RecruitmentRounds.of(WORLD);
    Column.Codes areas = months.column(NhsPanel.TTWA).codes();
    double[] month = months.numbers(NhsPanel.MONTH);
    double[] pull = new double[months.rows()];
    for (int i = 0; i < pull.length; i++) {
      int area = Integer.parseInt(areas.levels().get(areas.values()[i]).substring(1));
      pull[i] = rounds.deviation(area, (int) month[i] - WORLD.from());
    }
    return Estimate.ols("pull ~ nhs_openings | home + region^month", months.with("pull", pull))
        .weights(NhsPanel.STAFF)
        .cluster(NhsPanel.TTWA)
        .fit()
        .coefficient(NhsPanel.OPENINGS);
  }
}
