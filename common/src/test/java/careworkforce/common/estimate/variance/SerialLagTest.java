package careworkforce.common.estimate.variance;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lags of Newey and West's and of Driscoll and Kraay's variance: twelve periods of five units. */
class SerialLagTest {
  private static final int PERIODS = 12;
  private static final int ROWS = 5 * PERIODS;

  private final Random random = new Random(4);
  private final double[] unit = filled(i -> i / PERIODS);
  private final double[] time = filled(i -> 2000 + i % PERIODS);
  private final double[] x = filled(i -> random.nextGaussian());
  private final double[] y = filled(i -> x[i] + random.nextGaussian());
  private final Frame data =
      Frame.empty().with("y", y).with("x", x).with("unit", unit).with("time", time);

  private Fit fit(String variance) {
    return Estimate.ols("y ~ x", data).variance(variance).fit();
  }

  /** The fourth root of 12 periods is between 1 and 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "driscoll-kraay:time; driscoll-kraay:time,1",
        "driscoll-kraay:time,0; driscoll-kraay:time,0",
        "driscoll-kraay:time,11; driscoll-kraay:time,11",
        "newey-west:unit,time; newey-west:unit,time,1",
        "newey-west:unit,time,3; newey-west:unit,time,3"
      })
  void shouldTellTheLagUsed(String asked, String told) {
    Fit fit = fit(asked);
    assertThat(fit.variance().type()).isEqualTo(told);
    assertThat(fit.toString()).contains("Variance: " + told);
  }

  /** Without lags Driscoll and Kraay's variance clusters by period. */
  @Test
  void shouldTakeNoLagForNoLag() {
    double clustered = fit("cluster:time").coefficient("x").standardError();
    double serial = fit("driscoll-kraay:time,0").coefficient("x").standardError();
    assertClose("no lag", serial, clustered, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"driscoll-kraay:time,12", "driscoll-kraay:time,60"})
  void shouldRefuseLagsBeyondThePeriods(String variance) {
    assertThatThrownBy(() -> fit(variance))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot use variance '" + variance + "'")
        .hasMessageContaining("12 periods");
  }

  @ParameterizedTest
  @ValueSource(strings = {"driscoll-kraay:time", "newey-west:unit,time"})
  void shouldRefuseRowsOfOnePeriod(String variance) {
    Frame year = data.take(IntStream.range(0, ROWS).filter(i -> time[i] == 2003).toArray());
    for (String family : new String[] {"gaussian", "poisson"}) {
      assertThatThrownBy(
              () ->
                  Estimate.of(Family.named(family), "count ~ x", year.with("count", 1, 0, 2, 1, 3))
                      .variance(variance)
                      .fit())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'time'")
          .hasMessageContaining("the 5 rows used lie in 1 period");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"driscoll-kraay:time,-1", "newey-west:unit,time,-2", "dk:time,x"})
  void shouldRefuseWhatIsNoLag(String variance) {
    assertThatThrownBy(() -> fit(variance))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot use variance '" + variance + "'");
  }

  /** 2,200 units over a million days make more cells than an array has; 4,400 hold rows. */
  @Test
  void shouldTakeRoomForPeriodsWithRowsOnly() {
    int rows = 4_400;
    double[] day = IntStream.range(0, rows).mapToDouble(i -> i % 2).toArray();
    Frame pairs =
        Frame.empty()
            .with("y", random.doubles(rows).toArray())
            .with("unit", IntStream.range(0, rows).mapToDouble(i -> i / 2).toArray());
    double near = error(pairs.with("day", day));
    double[] late = day.clone();
    late[rows - 2] = 999_998;
    late[rows - 1] = 999_999;
    assertClose("one pair late", error(pairs.with("day", late)), near, 1e-12);
  }

  private static double error(Frame rows) {
    return Estimate.ols("y ~ 1", rows)
        .variance("newey-west:unit,day,1")
        .smallSample(SmallSample.NONE)
        .fit()
        .coefficient("(Intercept)")
        .standardError();
  }

  @Test
  void shouldRefuseSeveralRowsOfAUnitInAPeriod() {
    Frame twice = data.with("unit", filled(i -> i / (2 * PERIODS)));
    assertThatThrownBy(() -> Estimate.ols("y ~ x", twice).variance("newey-west:unit,time,1").fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'unit'")
        .hasMessageContaining("'time'")
        .hasMessageContaining("driscoll-kraay:time");
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
