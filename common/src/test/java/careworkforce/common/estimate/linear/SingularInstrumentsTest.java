package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Variances of the instruments that are singular or have negative eigenvalues. */
class SingularInstrumentsTest {
  private static final int SIDE = 4;
  private static final int CELLS = SIDE * SIDE;

  /** One row in each cell of four rows by four columns. */
  private final double[] row = cells(i -> i / SIDE);

  private final double[] column = cells(i -> i % SIDE);
  private final double[] half = cells(i -> i / SIDE < 2 ? 1 : -1);
  private final double[] chequered = cells(i -> (i / SIDE + i % SIDE) % 2 == 0 ? 1 : -1);
  private final double[] striped = cells(i -> i / SIDE % 2 == 0 ? 1 : -1);

  /**
   * Scores half times chequered sum to 0 in every row and column, so that all that is left of the
   * two-way meat is the cells taken off, 16 of them: a negative variance.
   */
  @Test
  void shouldGiveNoStatisticOfANegativeFirstStageVariance() {
    Fit fit = twoWays(striped, chequered);
    FirstStage stage = fit.instruments().firstStages().get(0);
    assertThat(stage.robustF()).isNaN();
    assertThat(stage.kleibergenPaapF()).isNaN();
    assertThat(stage.effectiveF()).isNaN();
    assertThat(stage.effectiveCritical()).isNaN();
    assertThat(stage.coefficients().get(0).standardError()).isNaN();
    assertThat(stage.coefficients().get(0).pValue()).isNaN();
    assertThat(fit.instruments().tf().critical()).isNaN();
    assertThat(fit.notes()).anyMatch(note -> note.startsWith("Not computable"));
    assertThat(fit.toString()).contains("robust not computable");
  }

  /**
   * Scores half times striped sum to 4 in the first and last rows and -4 in the others and to 0 in
   * columns: 4 times 16 less 16 cells is left, and (15 / 14) (4 / 3) the factor. With outcome 3 z +
   * u the F at 0 is 9 / (48 / 16^2 (15 / 14) (4 / 3)). Far from 0 the regressor's negative variance
   * prevails.
   */
  @Test
  void shouldTestZeroButMakeNoSetOfVariancesThatTurnNegative() {
    AndersonRubin test = twoWays(striped, chequered).instruments().andersonRubin();
    assertClose("F", test.statistic(), 9 * 256 / 48.0 * 14 / 15 * 3 / 4, 1e-12);
    assertThat(test.shape()).isEqualTo("not computable");
    assertThat(test.set()).isEmpty();
  }

  @Test
  void shouldNotTestByANegativeVariance() {
    AndersonRubin test = twoWays(chequered, striped).instruments().andersonRubin();
    assertThat(test.statistic()).isNaN();
    assertThat(test.pValue()).isNaN();
    assertThat(test.shape()).isEqualTo("not computable");
  }

  private Fit twoWays(double[] u, double[] v) {
    Frame data =
        Frame.empty()
            .with("y", cells(i -> 3 * half[i] + u[i]))
            .with("d", cells(i -> 2 * half[i] + v[i]))
            .with("z", half)
            .with("row", row)
            .with("column", column);
    return Estimate.iv("y ~ 1 | d ~ z", data).variance("cluster:row+column").fit();
  }

  /** Scores of four instruments summed in three clusters span two directions. */
  @Test
  void shouldGiveNoStatisticWithMoreInstrumentsThanClusters() {
    Fit fit = clustered(3);
    FirstStage stage = fit.instruments().firstStages().get(0);
    assertThat(stage.f()).isFinite();
    assertThat(stage.effectiveF()).isFinite();
    assertThat(stage.robustF()).isNaN();
    assertThat(stage.kleibergenPaapF()).isNaN();
    assertThat(fit.instruments().overidentification().statistic()).isNaN();
    assertThat(fit.instruments().overidentification().pValue()).isNaN();
    assertThat(fit.instruments().andersonRubin().statistic()).isNaN();
    assertThat(fit.instruments().andersonRubin().set()).isEmpty();
    assertThat(fit.instruments().andersonRubin().shape()).isEqualTo("not computable");
    assertThat(fit.notes()).anyMatch(note -> note.startsWith("Not computable"));
  }

  /** Five clusters span all four directions. */
  @Test
  void shouldGiveThemWithOneClusterMoreThanInstruments() {
    Fit fit = clustered(5);
    assertThat(fit.instruments().firstStages().get(0).robustF()).isPositive().isFinite();
    assertThat(fit.instruments().overidentification().statistic()).isPositive().isFinite();
    assertThat(fit.instruments().andersonRubin().statistic()).isPositive().isFinite();
    assertThat(fit.notes()).noneMatch(note -> note.startsWith("Not computable"));
  }

  private static Fit clustered(int groups) {
    Random random = new Random(2);
    Frame data = Frame.empty().with("g", many(i -> i % groups));
    double[] v = many(i -> random.nextGaussian());
    double[] d = v.clone();
    for (int l = 1; l <= 4; l++) {
      double[] z = many(i -> random.nextGaussian());
      data = data.with("z" + l, z);
      for (int i = 0; i < d.length; i++) {
        d[i] += 0.5 * z[i];
      }
    }
    double[] y = many(i -> d[i] + v[i] + random.nextGaussian());
    return Estimate.iv("y ~ 1 | d ~ z1 + z2 + z3 + z4", data.with("d", d).with("y", y))
        .variance("cluster:g")
        .fit();
  }

  private static double[] cells(IntToDoubleFunction value) {
    return IntStream.range(0, CELLS).mapToDouble(value).toArray();
  }

  private static double[] many(IntToDoubleFunction value) {
    return IntStream.range(0, 60).mapToDouble(value).toArray();
  }
}
