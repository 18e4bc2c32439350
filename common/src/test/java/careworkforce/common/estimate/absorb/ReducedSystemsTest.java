package careworkforce.common.estimate.absorb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReducedSystemsTest {
  private static final int ROWS = 500_000;
  private static final int UNITS = ROWS / 10;
  private static final int FIRMS = 5_000;

  @Test
  void shouldFactorARingOfFirmsAndIterateOnARandomGraph() {
    SplittableRandom random = new SplittableRandom(9);
    int[] unit = new int[ROWS];
    int[] ring = new int[ROWS];
    int[] anyhow = new int[ROWS];
    double[] x = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      unit[i] = i / 10;
      ring[i] = i % FIRMS;
      anyhow[i] = random.nextInt(FIRMS);
      x[i] = random.nextGaussian();
    }
    Absorption thin = absorb(unit, ring, x);
    assertThat(thin.solver()).isEqualTo(AbsorbOptions.Solver.SPARSE);
    assertThat(thin.iterations()).isLessThan(5);
    assertThat(thin.certificate()).isLessThan(1e-10);
    Absorption dense = absorb(unit, anyhow, x);
    assertThat(dense.solver()).isEqualTo(AbsorbOptions.Solver.MATRIX_FREE);
    assertThat(dense.iterations()).isLessThan(30);
    assertThat(dense.certificate()).isLessThan(1e-10);
  }

  /** So many firms that groups taken at even steps would hardly show a pair twice. */
  @Test
  void shouldFactorARingOfManyFirmsToo() {
    int rows = 1_000_000;
    int[] unit = new int[rows];
    int[] ring = new int[rows];
    for (int i = 0; i < rows; i++) {
      unit[i] = i / 10;
      ring[i] = i % 43_524;
    }
    Layout layout =
        new Layout(
            List.of(Effect.of("unit", unit, rows / 10), Effect.of("firm", ring, 43_524)), rows);
    ReducedSystem system = new Weighted(layout, null, AbsorbOptions.defaults()).system();
    assertThat(system.solver()).isEqualTo(AbsorbOptions.Solver.SPARSE);
  }

  private static Absorption absorb(int[] unit, int[] firm, double[] x) {
    List<Effect> effects = List.of(Effect.of("unit", unit, UNITS), Effect.of("firm", firm, FIRMS));
    return Absorber.of(effects, ROWS).residualise(new double[][] {x}, null);
  }
}
