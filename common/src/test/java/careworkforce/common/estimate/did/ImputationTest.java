package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imputation against the same with every effect as a dummy. */
class ImputationTest {
  private static final Frame DATA =
      StaggeredWorld.of(15, 7, new double[] {4, 6, 0, 0, 5}, (c, e) -> 1 + e, 1, 3);

  @Test
  void shouldEqualDummyVariablesInEstimatesAndStandardErrors() {
    check(StaggeredWorld.design(DATA).withControls("x"), new double[DATA.rows()]);
  }

  @Test
  void shouldEqualDummyVariablesWithWeights() {
    check(StaggeredWorld.design(DATA).withControls("x").withWeights("w"), DATA.numbers("w"));
  }

  /** The same model: units are units wherever they stand among the effects. */
  @Test
  void shouldNotTakeTheFirstEffectForTheUnit() {
    StaggeredDesign design = StaggeredWorld.design(DATA).withControls("x").withWeights("w");
    check(design.withEffects("period", "unit"), DATA.numbers("w"));
  }

  private static void check(StaggeredDesign design, double[] given) {
    int n = DATA.rows();
    double[] weight = given[0] == 0 ? IntStream.range(0, n).mapToDouble(i -> 1).toArray() : given;
    double[] event = design.eventTimes();
    double[][] z = new double[n][15 + 6 + 1];
    for (int i = 0; i < n; i++) {
      z[i][(int) DATA.numbers("unit")[i] - 1] = 1;
      if (DATA.numbers("period")[i] > 1) {
        z[i][15 + (int) DATA.numbers("period")[i] - 2] = 1;
      }
      z[i][21] = DATA.numbers("x")[i];
    }
    double[][] gram = new double[22][22];
    double[] cross = new double[22];
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < 22 && !(event[i] >= 0); a++) {
        cross[a] += weight[i] * z[i][a] * DATA.numbers("y")[i];
        for (int b = 0; b < 22; b++) {
          gram[a][b] += weight[i] * z[i][a] * z[i][b];
        }
      }
    }
    double[][] inverse = Small.inverse(gram);
    double[] residual = new double[n];
    double[] fitted = Small.multiply(z, Small.multiply(inverse, cross));
    Arrays.setAll(residual, i -> DATA.numbers("y")[i] - fitted[i]);
    EventPath path = Imputation.fit(design).byEventTime();
    for (double time : path.times()) {
      double total =
          IntStream.range(0, n).filter(i -> event[i] == time).mapToDouble(i -> weight[i]).sum();
      double[] target = new double[n];
      Arrays.setAll(target, i -> event[i] == time ? weight[i] / total : 0);
      double estimate = 0;
      for (int i = 0; i < n; i++) {
        estimate += target[i] * residual[i];
      }
      assertThat(path.at(time).estimate()).isCloseTo(estimate, within(1e-10));
      assertThat(path.at(time).standardError())
          .isCloseTo(error(target, z, inverse, weight, event, residual), within(1e-9));
    }
  }

  private static double error(
      double[] target,
      double[][] z,
      double[][] inverse,
      double[] weight,
      double[] event,
      double[] residual) {
    double[] pull = new double[22];
    Map<List<Double>, double[]> cells = new HashMap<>();
    for (int i = 0; i < target.length; i++) {
      for (int a = 0; a < 22; a++) {
        pull[a] += z[i][a] * target[i];
      }
      if (event[i] >= 0) {
        double[] sums =
            cells.computeIfAbsent(List.of(DATA.numbers("cohort")[i], event[i]), k -> new double[2]);
        sums[0] += target[i] * target[i];
        sums[1] += target[i] * target[i] * residual[i];
      }
    }
    double[] solved = Small.multiply(inverse, pull);
    double[] unit = new double[15];
    for (int i = 0; i < target.length; i++) {
      double on = target[i];
      double noise = residual[i];
      if (event[i] >= 0) {
        double[] sums = cells.get(List.of(DATA.numbers("cohort")[i], event[i]));
        noise -= sums[0] > 0 ? sums[1] / sums[0] : 0;
      } else {
        for (int a = 0; a < 22; a++) {
          on -= weight[i] * z[i][a] * solved[a];
        }
      }
      unit[(int) DATA.numbers("unit")[i] - 1] += on * noise;
    }
    return Math.sqrt(Arrays.stream(unit).map(u -> u * u).sum());
  }

  @Test
  void shouldTestTrendsOnUntreatedRowsOnly() {
    StaggeredDesign design = StaggeredWorld.design(DATA);
    EventPath path = Imputation.fit(design).pretrends(2);
    double[] event = design.eventTimes();
    int[] rows = IntStream.range(0, event.length).filter(i -> !(event[i] >= 0)).toArray();
    double[] lead1 = Arrays.stream(event).map(e -> e == -1 ? 1 : 0).toArray();
    double[] lead2 = Arrays.stream(event).map(e -> e == -2 ? 1 : 0).toArray();
    var brute =
        Estimate.ols(
                "y ~ lead1 + lead2 | unit + period",
                DATA.with("lead1", lead1).with("lead2", lead2).take(rows))
            .cluster("unit")
            .fit();
    assertThat(path.times()).containsExactly(-2, -1);
    assertThat(path.at(-1).estimate())
        .isCloseTo(brute.coefficient("lead1").estimate(), within(1e-12));
    assertThat(path.at(-2).standardError())
        .isCloseTo(brute.coefficient("lead2").standardError(), within(1e-12));
  }

  @Test
  void shouldLeaveOutPeriodsInWhichEverybodyIsTreated() {
    Frame data = StaggeredWorld.of(15, 7, new double[] {4, 6}, (c, e) -> 1, 0, 3);
    EventPath path = Imputation.fit(StaggeredWorld.design(data).withControls("x")).byEventTime();
    assertThat(path.times()).containsExactly(0, 1);
    assertThat(path.notes()).anyMatch(n -> n.startsWith("30 treated rows"));
  }

  /**
   * Two groups of 1,500 units and of 1,250 sites, that one treated row alone joins: too many
   * levels, and too closely knit, for a solver that finds the rank.
   */
  @Test
  void shouldRefuseLevelsThatMeetInTreatedRowsOnlyHoweverManyThereAre() {
    int units = 3_000;
    int periods = 15;
    int rows = units * periods;
    SplittableRandom random = new SplittableRandom(7);
    double[] unit = IntStream.range(0, rows).mapToDouble(i -> i / periods).toArray();
    double[] period = IntStream.range(0, rows).mapToDouble(i -> i % periods).toArray();
    double[] site = Arrays.stream(unit).map(u -> random.nextInt(1_250) + 1_250 * (u % 2)).toArray();
    double[] cohort = Arrays.stream(unit).map(u -> u < 2 ? 14 : Double.NaN).toArray();
    Frame apart =
        Frame.empty()
            .with("y", random.doubles(rows).toArray())
            .with("unit", unit)
            .with("period", period)
            .with("cohort", cohort)
            .with("site", site);
    assertThat(Imputation.fit(bySite(apart)).byEventTime().times()).containsExactly(0);
    double[] joined = site.clone();
    joined[periods - 1] = 1_250;
    assertThatThrownBy(() -> Imputation.fit(bySite(apart.with("site", joined))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("some levels meet in treated rows only");
  }

  private static StaggeredDesign bySite(Frame data) {
    return StaggeredWorld.design(data).withEffects("unit", "site");
  }

  @Test
  void shouldSayWhenNothingCanBeImputed() {
    Frame data = StaggeredWorld.of(6, 4, new double[] {3}, (c, e) -> 1, 0, 3);
    assertThatThrownBy(() -> Imputation.fit(StaggeredWorld.design(data)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("every treated row is in a level of [unit, period]");
  }
}
