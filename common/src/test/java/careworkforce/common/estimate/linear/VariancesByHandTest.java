package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/**
 * Every variance against its formula written out over a regression with dummy variables: five units
 * seen in eight periods, {@code y ~ x | unit}. The meat is the double sum over rows i and j of a
 * weight of the pair times their scores.
 */
class VariancesByHandTest {
  private static final int UNITS = 5;
  private static final int PERIODS = 8;
  private static final int ROWS = UNITS * PERIODS;
  private static final int K = 1 + UNITS;

  private final Random random = new Random(8);
  private final double[] unit = filled(i -> i / PERIODS);
  private final double[] time = filled(i -> i % PERIODS);
  private final double[] group = filled(i -> (i + i / PERIODS) % 4);
  private final double[] latitude = filled(i -> 51 + 0.4 * (i / PERIODS));
  private final double[] longitude = filled(i -> -1 + 0.1 * (i / PERIODS));
  private final double[] x =
      filled(i -> random.nextGaussian() + 0.3 * unit[i] + (group[i] < 2 ? 1 : -1));
  private final double[] y =
      filled(
          i ->
              0.5 * x[i]
                  + unit[i]
                  + (group[i] % 2 == 0 ? 0.7 : -0.7)
                  + random.nextGaussian() * (1 + 0.2 * time[i]));
  private final Frame data =
      Frame.empty()
          .with("y", y)
          .with("x", x)
          .with("unit", unit)
          .with("time", time)
          .with("group", group)
          .with("lat", latitude)
          .with("lon", longitude);
  private final RealMatrix design = design();
  private final RealMatrix bread = MatrixUtils.inverse(design.transpose().multiply(design));
  private final double[] residual = residual();

  private RealMatrix design() {
    RealMatrix columns = new Array2DRowRealMatrix(ROWS, K);
    for (int i = 0; i < ROWS; i++) {
      columns.setEntry(i, 0, x[i]);
      columns.setEntry(i, 1 + (int) unit[i], 1);
    }
    return columns;
  }

  private double[] residual() {
    double[] fitted = design.operate(bread.operate(design.transpose().operate(y)));
    return filled(i -> y[i] - fitted[i]);
  }

  /** Standard error of x when pairs of rows weigh so much. */
  private double error(ToDoubleBiFunction<Integer, Integer> weight, double factor) {
    RealMatrix meat = new Array2DRowRealMatrix(K, K);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < ROWS; j++) {
        double w = weight.applyAsDouble(i, j) * residual[i] * residual[j];
        for (int a = 0; a < K; a++) {
          for (int b = 0; b < K; b++) {
            meat.addToEntry(a, b, w * design.getEntry(i, a) * design.getEntry(j, b));
          }
        }
      }
    }
    return Math.sqrt(factor * bread.multiply(meat).multiply(bread).getEntry(0, 0));
  }

  private double ours(String variance) {
    return ours(variance, SmallSample.FIXEST);
  }

  private double ours(String variance, SmallSample convention) {
    return Estimate.ols("y ~ x | unit", data)
        .variance(variance)
        .smallSample(convention)
        .fit()
        .coefficient("x")
        .standardError();
  }

  private static double same(double[] by, int i, int j) {
    return by[i] == by[j] ? 1 : 0;
  }

  @Test
  void shouldDivideTheSquaresByRowsLessParameters() {
    double squares = IntStream.range(0, ROWS).mapToDouble(i -> residual[i] * residual[i]).sum();
    double wanted = Math.sqrt(squares / (ROWS - K) * bread.getEntry(0, 0));
    assertClose("iid", ours("iid"), wanted, 1e-12);
  }

  @Test
  void shouldWeighEachRowsSquareByItsLeverage() {
    double[] leverage = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double[] row = design.getRow(i);
      leverage[i] = new Array2DRowRealMatrix(row).transpose().multiply(bread).operate(row)[0];
    }
    for (int kind = 0; kind <= 3; kind++) {
      int power = Math.max(kind - 1, 0);
      double wanted =
          error(
              (i, j) -> i.equals(j) ? Math.pow(1 - leverage[i], -power) : 0,
              kind == 1 ? ROWS / (double) (ROWS - K) : 1);
      assertClose("HC" + kind, ours("hc" + kind), wanted, 1e-11);
    }
  }

  /** Groups cut across units, so the five unit effects count; units nest themselves. */
  @Test
  void shouldSumScoresOfAClusterBeforeSquaring() {
    double groups = 4.0 / 3 * (ROWS - 1) / (ROWS - K);
    assertClose("groups", ours("cluster:group"), error((i, j) -> same(group, i, j), groups), 1e-11);
    double units = 5.0 / 4 * (ROWS - 1) / (ROWS - 2);
    assertClose("units", ours("cluster:unit"), error((i, j) -> same(unit, i, j), units), 1e-11);
  }

  /** Pairs that share a unit or a group, each once; the factor of the fewer, four groups. */
  @Test
  void shouldTakePairsThatShareEitherCluster() {
    double factor = 4.0 / 3 * (ROWS - 1) / (ROWS - 2);
    double wanted = error((i, j) -> Math.max(same(unit, i, j), same(group, i, j)), factor);
    assertClose("two ways", ours("cluster:unit+group"), wanted, 1e-11);
  }

  /** Three ways, by a clustering of periods too. */
  @Test
  void shouldTakePairsThatShareAnyOfThreeClusters() {
    double factor = 4.0 / 3 * (ROWS - 1) / (ROWS - 2);
    double wanted =
        error(
            (i, j) -> Math.max(Math.max(same(unit, i, j), same(group, i, j)), same(time, i, j)),
            factor);
    assertClose("three ways", ours("cluster:unit+group+time"), wanted, 1e-11);
  }

  /** Bartlett: 1 at lag 0, 2/3 at lag 1, 1/3 at lag 2, within a unit. */
  @Test
  void shouldLetNeighbouringPeriodsOfAUnitMoveTogether() {
    double factor = 8.0 / 7 * (ROWS - 1) / (ROWS - K);
    double wanted =
        error(
            (i, j) -> same(unit, i, j) * Math.max(0, 1 - Math.abs(time[i] - time[j]) / 3), factor);
    assertClose("Newey-West", ours("newey-west:unit,time,2"), wanted, 1e-11);
  }

  /** The same across all units; without a lag given, the fourth root of 8 periods: 1. */
  @Test
  void shouldLetAllUnitsOfNeighbouringPeriodsMoveTogether() {
    double factor = 8.0 / 7 * (ROWS - 1) / (ROWS - K);
    for (int lag = 1; lag <= 3; lag++) {
      double reach = lag + 1;
      double wanted = error((i, j) -> Math.max(0, 1 - Math.abs(time[i] - time[j]) / reach), factor);
      assertClose("lag " + lag, ours("driscoll-kraay:time," + lag), wanted, 1e-11);
      if (lag == 1) {
        assertClose("no lag", ours("driscoll-kraay:time"), wanted, 1e-11);
      }
    }
  }

  /** Distances by the spherical law of cosines, on a globe of 6,371.01 km. */
  @Test
  void shouldLetRowsWithinADistanceMoveTogether() {
    double factor = ROWS / (double) (ROWS - K);
    double wanted = error((i, j) -> kilometres(i, j) <= 60 ? 1 : 0, factor);
    assertClose("Conley", ours("conley:lat,lon,60"), wanted, 1e-11);
    assertThat(kilometres(0, PERIODS)).isBetween(40.0, 50.0);
    assertThat(kilometres(0, 2 * PERIODS)).isGreaterThan(80);
  }

  private double kilometres(int i, int j) {
    double a = Math.toRadians(latitude[i]);
    double b = Math.toRadians(latitude[j]);
    double along = Math.toRadians(longitude[i] - longitude[j]);
    double cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(along);
    return 6371.01 * Math.acos(Math.min(1, cosine));
  }

  /**
   * Two effects in two blocks that share no row: units 0 to 2 with periods 0 to 3, units 3 and 4
   * with periods 4 to 7. Of 5 + 8 levels one is redundant in each block: fixest takes off one, K =
   * 1 + 12; reghdfe and the rank two, K = 1 + 11.
   */
  @Test
  void shouldCountRedundantLevelsAsEachConventionDoes() {
    double[] late = filled(i -> unit[i] < 3 ? time[i] % 4 : 4 + time[i] % 4);
    Frame blocks = data.with("late", late);
    int[] counts = {13, 12, 12, 13};
    SmallSample[] conventions = {
      SmallSample.FIXEST, SmallSample.REGHDFE, SmallSample.EXACT, SmallSample.NONE
    };
    double squares = 0;
    for (int c = 0; c < counts.length; c++) {
      var fit =
          Estimate.ols("y ~ x | unit + late", blocks).smallSample(conventions[c]).hetero().fit();
      String name = conventions[c].name();
      assertThat(fit.variance().parameters()).as(name).isEqualTo(counts[c]);
      double plain = Math.pow(fit.coefficient("x").standardError(), 2);
      double factor = name.equals("none") ? 1 : ROWS / (double) (ROWS - counts[c]);
      squares = c == 0 ? plain / factor : squares;
      assertClose(name, plain, squares * factor, 1e-12);
    }
    // By clusters: fixest's t has G - 1 degrees; reghdfe's no more than N - K.
    var few =
        Estimate.ols("y ~ x + i(time) + i(unit) + i(group)", data.with("row", filled(i -> i)))
            .variance("cluster:row");
    assertThat(few.fit().variance().degrees()).isEqualTo(ROWS - 1);
    var fit = few.smallSample(SmallSample.REGHDFE).fit();
    assertThat(fit.variance().degrees()).isEqualTo(ROWS - fit.coefficients().size());
  }

  /** Conjugate gradients that never form the reduced system do not find its rank. */
  @Test
  void shouldSayWhenTheExactNumberOfParametersIsNotFound() {
    AbsorbOptions free = AbsorbOptions.defaults().with(AbsorbOptions.Solver.MATRIX_FREE);
    Estimate model =
        Estimate.ols("y ~ x | unit + time", data).smallSample(SmallSample.EXACT).hetero();
    assertThat(model.fit().notes()).isEmpty();
    assertThat(model.absorb(free).fit().notes()).containsExactly(ParameterCount.PAIRWISE);
    assertThat(model.smallSample(SmallSample.REGHDFE).fit().notes()).isEmpty();
    Estimate counts =
        Estimate.of(Family.named("poisson"), "time ~ x | unit + group", data).absorb(free);
    assertThat(counts.smallSample(SmallSample.EXACT).fit().notes())
        .contains(ParameterCount.PAIRWISE);
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
