package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallawaySantAnnaTest {
  /** Units 1 and 2 treated in period 2, units 3 to 5 never; changes 3, 5 and 1, 2, 6. */
  private static final Frame SMALL =
      Frame.empty()
          .with("unit", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5)
          .with("period", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)
          .with("cohort", 2, 2, 2, 2, 0, 0, 0, 0, 0, 0)
          .with("region", 1, 1, 2, 2, 1, 1, 2, 2, 2, 2)
          .with("y", 0, 3, 1, 6, 0, 1, 4, 6, 1, 7);

  private static final Frame NOISY =
      StaggeredWorld.of(200, 6, new double[] {3, 5, 0, 0}, (c, e) -> 1 + e, 1, 2);

  @TempDir Path folder;

  @Test
  void shouldBeTheDifferenceOfMeanChangesWithTheirVariancesAdded() {
    for (CallawaySantAnna.Method method : CallawaySantAnna.Method.values()) {
      Coefficient effect =
          CallawaySantAnna.of(StaggeredWorld.design(SMALL)).method(method).fit().simple();
      assertThat(effect.estimate()).isCloseTo(4 - 3, within(1e-12));
      // Sums of squares 2 and 14, each over its count squared.
      assertThat(effect.standardError()).isCloseTo(Math.sqrt(2 / 4.0 + 14 / 9.0), within(1e-12));
    }
  }

  @Test
  void shouldSumInfluencesByCluster() {
    // Region 1: -1/2 for unit 1, less (1-3)/3 for unit 3; region 2 the opposite.
    Coefficient effect =
        CallawaySantAnna.of(StaggeredWorld.design(SMALL).withCluster("region")).fit().simple();
    double influence = -1 / 2.0 + 2 / 3.0;
    assertThat(effect.standardError()).isCloseTo(Math.sqrt(2) * influence, within(1e-12));
    assertThatThrownBy(
            () -> CallawaySantAnna.of(StaggeredWorld.design(SMALL).withCluster("period")).fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nested");
  }

  @Test
  void shouldSayByWhatInfluencesAreSummedInPlaceOfAVarianceOfRegressions() {
    StaggeredDesign design = StaggeredWorld.design(SMALL);
    for (String variance : new String[] {"cr2:region", "cluster:region+unit", "iid"}) {
      EventPath path = CallawaySantAnna.of(design.withVariance(variance)).fit().byEventTime();
      assertThat(path.notes())
          .containsExactly(
              "Standard errors are clustered by unit: "
                  + variance
                  + " is a variance of regressions, which these effects do not come from.");
      assertThat(path.effects())
          .isEqualTo(CallawaySantAnna.of(design).fit().byEventTime().effects());
    }
    assertThat(CallawaySantAnna.of(design).fit().byEventTime().notes()).isEmpty();
  }

  /** Four effects before treatment, and influences that vary between three regions only. */
  @Test
  void shouldNotTestMoreEffectsThanItsClustersTellApart() {
    double[] region = Arrays.stream(NOISY.numbers("unit")).map(u -> u % 3).toArray();
    StaggeredDesign design = StaggeredWorld.design(NOISY.with("region", region));
    double[] byUnit = CallawaySantAnna.of(design).fit().pretest();
    assertThat(byUnit[1]).isEqualTo(4);
    assertThat(byUnit[2]).isBetween(0.001, 0.999);
    double[] byRegion = CallawaySantAnna.of(design.withCluster("region")).fit().pretest();
    assertThat(byRegion).containsExactly(Double.NaN, 4, Double.NaN);
  }

  @Test
  void shouldHaveNothingToTestWithoutAPeriodBeforeTheBase() {
    Frame two = StaggeredWorld.of(12, 2, new double[] {2, 0}, (cohort, event) -> 1, 1, 1);
    assertThat(CallawaySantAnna.of(StaggeredWorld.design(two)).fit().pretest())
        .containsExactly(Double.NaN, 0, Double.NaN);
  }

  @Test
  void shouldGiveTheSameBandForTheSameSeedAndAWiderOneThanPointwise() {
    GroupTimeEffects effects = CallawaySantAnna.of(StaggeredWorld.design(NOISY)).fit();
    EventPath analytic = effects.byEventTime();
    EventPath drawn = effects.bootstrap(999, 7).byEventTime();
    assertThat(drawn.effects()).isEqualTo(effects.bootstrap(999, 7).byEventTime().effects());
    assertThat(drawn.critical()).isBetween(2.2, 3.2);
    for (int k = 0; k < drawn.times().length; k++) {
      assertThat(drawn.effects().get(k).standardError())
          .isCloseTo(analytic.effects().get(k).standardError(), within(0.02));
      assertThat(drawn.band().get(k).ciLow()).isLessThan(drawn.effects().get(k).ciLow());
    }
    assertThatThrownBy(analytic::band)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("withBand");
  }

  @Test
  void shouldDrawMuchTheSameBandFromTheVarianceOfAnyPath() {
    EventPath path = CallawaySantAnna.of(StaggeredWorld.design(NOISY)).fit().byEventTime();
    EventPath drawn =
        CallawaySantAnna.of(StaggeredWorld.design(NOISY)).fit().bootstrap(4999, 7).byEventTime();
    assertThat(path.withBand(4999, 7).critical()).isCloseTo(drawn.critical(), within(0.1));
    assertThat(path.withBand(99, 7).critical()).isEqualTo(path.withBand(99, 7).critical());
    EventPath one = one(path, Double.POSITIVE_INFINITY);
    assertThat(one.withBand(100_000, 1).critical()).isCloseTo(1.96, within(0.02));
  }

  /** A band of one effect is its interval: by t with 9 degrees, 2.262. */
  @Test
  void shouldDrawTheBandByTheDistributionOfTheIntervals() {
    EventPath path = CallawaySantAnna.of(StaggeredWorld.design(NOISY)).fit().byEventTime();
    assertThat(one(path, 9).withBand(100_000, 1).critical()).isCloseTo(2.262, within(0.03));
  }

  private static EventPath one(EventPath path, double degrees) {
    return new EventPath(
        "one",
        new double[] {0},
        path.effects().subList(3, 4),
        new double[][] {{4}},
        null,
        degrees,
        0.95,
        Double.NaN,
        java.util.List.of());
  }

  @Test
  void shouldMoveTheBaseBeforeAnticipation() {
    CallawaySantAnna estimator = CallawaySantAnna.of(StaggeredWorld.design(NOISY));
    GroupTimeEffects plain = estimator.fit();
    GroupTimeEffects early = estimator.anticipation(1).fit();
    double expected = 0;
    for (GroupTimeEffects.Cell cell : plain.cells()) {
      expected +=
          cell.group() == 5 && (cell.period() == 4 || cell.period() == 5) ? cell.effect() : 0;
    }
    double actual =
        early.cells().stream()
            .filter(c -> c.group() == 5 && c.period() == 5)
            .mapToDouble(GroupTimeEffects.Cell::effect)
            .sum();
    assertThat(actual).isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldLeaveOutUnitsNotSeenThroughout() {
    int[] rows = java.util.stream.IntStream.range(1, NOISY.rows()).toArray();
    EventPath path =
        CallawaySantAnna.of(StaggeredWorld.design(NOISY.take(rows))).fit().byEventTime();
    assertThat(path.notes()).containsExactly("1 units not seen in every period were left out.");
  }

  @Test
  void shouldSayWhenACovariatePredictsTreatment() {
    double[] same = Arrays.stream(NOISY.numbers("cohort")).map(c -> c > 0 ? 1 : 0).toArray();
    assertThatThrownBy(
            () ->
                CallawaySantAnna.of(
                        StaggeredWorld.design(NOISY.with("same", same)).withControls("same"))
                    .fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("predict treatment perfectly");
  }

  @Test
  void shouldDrawTheEventStudyWithItsNumbers() throws Exception {
    EventPath path =
        CallawaySantAnna.of(StaggeredWorld.design(NOISY))
            .base(CallawaySantAnna.Base.UNIVERSAL)
            .fit()
            .bootstrap(199, 1)
            .byEventTime();
    Coefficient first = path.band().get(path.after()[0]);
    String svg = path.plot("Turnover after treatment").svg();
    assertThat(svg)
        .contains("event -1", "event 0", "Turnover after treatment")
        .contains(String.format(java.util.Locale.ROOT, "%.4g", first.ciHigh()))
        .doesNotContain("NaN");
    Path png = folder.resolve("path.png");
    path.plot("Turnover after treatment").png(png);
    assertThat(ImageIO.read(png.toFile()).getHeight()).isGreaterThan(100);
    assertThat(path.toString()).contains("average after treatment");
  }
}
