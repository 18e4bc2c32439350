package careworkforce.common.estimate.absorb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbsorberTest {
  private static final int ROWS = 300;
  private final Random random = new Random(7);
  private final int[] worker = codes(40);
  private final int[] firm = codes(12);
  private final int[] month = codes(9);
  private final double[] trend = normals();
  private final double[][] columns = {normals(), normals()};
  private final double[] ones = filled(1);

  @ParameterizedTest
  @EnumSource
  void shouldLeaveWhatDummyVariablesLeave(AbsorbOptions.Solver solver) {
    List<Effect> effects = threeEffects();
    Absorber absorber = Absorber.of(effects, ROWS, AbsorbOptions.defaults().with(solver));
    Absorption absorbed = absorber.residualise(columns, null);
    assertMatchesDummies(absorbed, effects, ones);
    assertThat(absorbed.converged()).isTrue();
    assertThat(absorbed.certificate()).isLessThan(1e-10);
  }

  @ParameterizedTest
  @EnumSource
  void shouldFollowWeightsThatChangeBetweenCalls(AbsorbOptions.Solver solver) {
    List<Effect> effects = threeEffects();
    Absorber absorber = Absorber.of(effects, ROWS, AbsorbOptions.defaults().with(solver));
    absorber.residualise(columns, null);
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      weights[i] = i % 10 == 0 ? 0 : random.nextDouble();
    }
    assertMatchesDummies(absorber.residualise(columns, weights), effects, weights);
  }

  @ParameterizedTest
  @EnumSource
  void shouldAbsorbSlopesThatVaryByLevel(AbsorbOptions.Solver solver) {
    List<Effect> effects =
        List.of(
            new Effect("worker[trend]", worker, 40, true, List.of(trend)),
            new Effect("firm[[trend]]", firm, 12, false, List.of(trend)),
            Effect.of("month", month, 9));
    Absorber absorber = Absorber.of(effects, ROWS, AbsorbOptions.defaults().with(solver));
    assertMatchesDummies(absorber.residualise(columns, null), effects, ones);
  }

  @Test
  void shouldAbsorbSlopesWithoutInterceptsInTheLargestEffect() {
    List<Effect> effects =
        List.of(
            new Effect("worker[[trend]]", worker, 40, false, List.of(trend)),
            Effect.of("month", month, 9));
    assertMatchesDummies(Absorber.of(effects, ROWS).residualise(columns, null), effects, ones);
  }

  @Test
  void shouldFindTheRankOfDisconnectedAndRedundantEffects() {
    int[] region = new int[ROWS];
    int[] site = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      region[i] = worker[i] / 10;
      site[i] = region[i] * 3 + firm[i] % 3;
    }
    List<Effect> effects =
        List.of(
            Effect.of("worker", worker, 40),
            Effect.of("site", site, 12),
            Effect.of("region", region, 4),
            Effect.of("month", month, 9));
    Absorber absorber = Absorber.of(effects, ROWS);
    assertThat(absorber.rank()).isEqualTo(new DummyVariables(effects, ones).rank);
    Absorber sparse =
        Absorber.of(effects, ROWS, AbsorbOptions.defaults().with(AbsorbOptions.Solver.SPARSE));
    assertThat(sparse.rank()).isEqualTo(absorber.rank());
    assertMatchesDummies(absorber.residualise(columns, null), effects, ones);
  }

  @Test
  void shouldNotCountLevelsWithoutWeight() {
    double[] weights = filled(1);
    for (int i = 0; i < ROWS; i++) {
      weights[i] = worker[i] == 3 || month[i] == 2 ? 0 : 1;
    }
    List<Effect> effects = threeEffects();
    Absorber absorber = Absorber.of(effects, ROWS);
    absorber.reweight(weights);
    assertThat(absorber.rank()).isEqualTo(new DummyVariables(effects, weights).rank);
  }

  @Test
  void shouldKeepTheCallersOrderAndColumns() {
    double[] before = columns[0].clone();
    Absorption absorbed =
        Absorber.of(List.of(Effect.of("worker", worker, 40)), ROWS).residualise(columns, null);
    assertThat(columns[0]).isEqualTo(before);
    double mean =
        java.util.stream.IntStream.range(0, ROWS)
            .filter(i -> worker[i] == worker[5])
            .mapToDouble(i -> columns[0][i])
            .average()
            .orElseThrow();
    assertThat(absorbed.residuals()[0][5])
        .isCloseTo(columns[0][5] - mean, org.assertj.core.data.Offset.offset(1e-13));
  }

  @Test
  void shouldLeaveColumnsAloneWhenThereIsNothingToAbsorb() {
    Absorber absorber = Absorber.of(List.of(), ROWS);
    assertThat(absorber.residualise(columns, null).residuals()).isDeepEqualTo(columns);
    assertThat(absorber.rank()).isZero();
  }

  @Test
  void shouldRefuseAnEffectWithAnotherNumberOfRows() {
    assertThatThrownBy(() -> Absorber.of(List.of(Effect.of("worker", worker, 40)), 7))
        .hasMessageContaining("'worker'")
        .hasMessageContaining("300 rows");
  }

  private List<Effect> threeEffects() {
    return List.of(
        Effect.of("month", month, 9), Effect.of("worker", worker, 40), Effect.of("firm", firm, 12));
  }

  private void assertMatchesDummies(Absorption absorbed, List<Effect> effects, double[] weights) {
    DummyVariables dummies = new DummyVariables(effects, weights);
    for (int c = 0; c < columns.length; c++) {
      double[] expected = dummies.weightedResidual(columns[c]);
      double worst = 0;
      for (int i = 0; i < ROWS; i++) {
        double actual = Math.sqrt(weights[i]) * absorbed.residuals()[c][i];
        worst = Math.max(worst, Math.abs(actual - expected[i]));
      }
      assertThat(worst).as("largest difference in column %d", c).isLessThan(1e-9);
    }
  }

  private int[] codes(int levels) {
    int[] codes = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      codes[i] = i < levels ? i : random.nextInt(levels);
    }
    return codes;
  }

  private double[] normals() {
    double[] column = new double[ROWS];
    Arrays.setAll(column, i -> random.nextGaussian());
    return column;
  }

  private static double[] filled(double value) {
    double[] column = new double[ROWS];
    Arrays.fill(column, value);
    return column;
  }
}
