package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Dropped;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Inputs that break estimators: each gives the right number, or an error that says what to do. */
class EdgeInputsTest {
  private static final int ROWS = 200;
  private final Random random = new Random(3);
  private final double[] x = normals();
  private final double[] z = normals();
  private final double[] noise = normals();
  private final double[] group = filled(i -> i % 20);
  private final Frame data =
      Frame.empty()
          .with("x", x)
          .with("z", z)
          .with("g", group)
          .with("y", filled(i -> 1 + 2 * x[i] - z[i] + noise[i]));

  @Test
  void shouldDropACollinearColumnAndSayWithWhat() {
    Frame more = data.with("twin", filled(i -> 3 * x[i] - z[i]));
    Fit fit = Estimate.ols("y ~ x + z + twin", more).fit();
    Dropped dropped = fit.sample().collinear().get(0);
    assertThat(dropped.name()).isEqualTo("twin");
    assertThat(dropped.with()).containsExactly("x", "z");
    assertThat(dropped.ratio()).isLessThan(1e-10);
    assertThat(fit.coefficient("x").estimate())
        .isEqualTo(Estimate.ols("y ~ x + z", data).fit().coefficient("x").estimate());
  }

  /** The data's doing, and no slip of whoever asks: a table of many estimates goes on without. */
  @Test
  void shouldTellAnEstimateThatTheDataLeaveNothingOfFromOneThatIsNotThere() {
    Fit fit = Estimate.ols("y ~ x + twin", data.with("twin", filled(i -> 3 * x[i]))).fit();
    UserError dropped = catchThrowableOfType(UserError.class, () -> fit.coefficient("twin"));
    assertThat(dropped)
        .hasMessage(
            "Cannot give the coefficient of 'twin': what else is in 'y ~ x + twin' leaves nothing"
                + " of it. Use data in which it varies beside that.");
    assertThat(dropped.exit()).isEqualTo(Exit.CHECKS_FAILED);
    UserError absent = catchThrowableOfType(UserError.class, () -> fit.coefficient("z"));
    assertThat(absent).hasMessageContaining("the fit has [(Intercept), x]");
    assertThat(absent.exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void shouldCallAColumnCollinearAtConditionTenBillion() {
    Frame more = data.with("near", filled(i -> x[i] + 1e-10 * z[i]));
    assertThat(Estimate.ols("y ~ x + near", more).fit().sample().collinear())
        .extracting(Dropped::name)
        .containsExactly("near");
  }

  @Test
  void shouldKeepItsDigitsNearCollinearity() {
    Frame more = data.with("near", filled(i -> x[i] + 3e-5 * z[i]));
    double along = Estimate.ols("y ~ x + near", more).fit().coefficient("near").estimate();
    double plain = Estimate.ols("y ~ x + z", data).fit().coefficient("z").estimate();
    assertThat(along * 3e-5).isCloseTo(plain, Percentage.withPercentage(1e-6));
  }

  @Test
  void shouldNotMindScalesABillionApart() {
    Frame scaled =
        data.with("big", filled(i -> 1e9 * x[i] + 1e9)).with("small", filled(i -> 1e-9 * z[i]));
    Fit plain = Estimate.ols("y ~ x + z", data).hetero().fit();
    Fit fit = Estimate.ols("y ~ big + small", scaled).hetero().fit();
    assertThat(fit.coefficient("big").estimate() * 1e9)
        .isCloseTo(plain.coefficient("x").estimate(), Percentage.withPercentage(1e-9));
    assertThat(fit.coefficient("small").standardError() * 1e-9)
        .isCloseTo(plain.coefficient("z").standardError(), Percentage.withPercentage(1e-9));
    assertThat(fit.sample().collinear()).isEmpty();
  }

  @Test
  void shouldDropWhatIsConstantWithinAnEffect() {
    Frame more = data.with("size", filled(i -> group[i] * group[i]));
    Fit fit = Estimate.ols("y ~ x + size | g", more).fit();
    assertThat(fit.sample().collinear()).extracting(Dropped::name).containsExactly("size");
    assertThat(fit.sample().collinear().get(0).with()).containsExactly("g");
    assertThatThrownBy(() -> Estimate.ols("y ~ size | g", more).fit())
        .hasMessageContaining("no regressor varies beyond [g]")
        .hasMessageContaining("Absorb fewer effects");
    assertThatThrownBy(() -> Estimate.ols("size ~ x | g", more).fit())
        .hasMessageContaining("'size'")
        .hasMessageContaining("does not vary within [g]");
  }

  @Test
  void shouldRefuseAnOutcomeThatDoesNotVary() {
    assertThatThrownBy(() -> Estimate.ols("c ~ x", data.with("c", filled(i -> 4))).fit())
        .hasMessageContaining("'c'")
        .hasMessageContaining("it is 4.0 in all 200 rows");
  }

  @Test
  void shouldRefuseWhenEveryRowIsASingleton() {
    assertThatThrownBy(() -> Estimate.ols("y ~ x | id", data.with("id", filled(i -> i))).fit())
        .hasMessageContaining("all 200 rows are alone in a level of [id]")
        .hasMessageContaining("keep singletons");
  }

  @Test
  void shouldRefuseOneCluster() {
    assertThatThrownBy(
            () -> Estimate.ols("y ~ x", data.with("one", filled(i -> 1))).cluster("one").fit())
        .hasMessageContaining("'one'")
        .hasMessageContaining("lie in 1 cluster");
  }

  /** Two are asked for, but the second is the first again, or constant within the effect. */
  @Test
  void shouldRefuseFewerInstrumentsThanEndogenousRegressors() {
    Frame more = data.with("again", filled(i -> 2 * z[i])).with("d", filled(i -> z[i] + noise[i]));
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | d + x ~ z + again", more).fit())
        .hasMessageStartingWith("Cannot instrument [d, x]")
        .hasMessageContaining("only [z] of the instruments [z, again] vary")
        .hasMessageContaining("Add instruments");
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | g | d ~ group", more.with("group", group)).fit())
        .hasMessageContaining("only [] of the instruments [group] vary");
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | d + x ~ z", more).fit())
        .hasMessageContaining("2 endogenous regressors need at least as many instruments");
  }

  /** Twice the instrument, the regressor itself, and the like among several instruments. */
  @Test
  void shouldRefuseAnInstrumentThatExplainsAllOfTheRegressor() {
    Frame more =
        data.with("double", filled(i -> 2 * z[i] + 1)).with("other", filled(i -> noise[i]));
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | double ~ z", more).fit())
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot instrument double: z explains all of it: the first stage leaves nothing. Name an"
                + " instrument that is not the regressor itself, or fit it by least squares.");
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | g | x ~ x", more).fit())
        .hasMessageStartingWith("Cannot instrument x: x explains all of it");
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | double ~ z + other", more).cluster("g").fit())
        .hasMessageContaining("z, other explain all of it");
    assertThatThrownBy(() -> Estimate.iv("y ~ 1 | double ~ z + other", more).liml().fit())
        .hasMessageContaining("z, other explain all of it");
  }

  @Test
  void shouldLeaveOutRowsOfNoWeight() {
    double[] weights = filled(i -> i < 50 ? 0 : 1 + i % 3);
    Fit fit = Estimate.ols("y ~ x | g", data.with("w", weights)).weights("w").fit();
    assertThat(fit.sample().rows()).isEqualTo(150);
    assertThat(fit.sample().dropped()).containsEntry("zero weight w", 50);
    double[] negative = weights.clone();
    negative[7] = -1;
    assertThatThrownBy(() -> Estimate.ols("y ~ x", data.with("w", negative)).weights("w").fit())
        .hasMessageContaining("row 8 has -1.0");
  }

  @Test
  void shouldCountMissingAndInfiniteRowsByReason() {
    double[] holes = x.clone();
    holes[0] = Double.NaN;
    holes[1] = Double.NaN;
    double[] endless = z.clone();
    endless[1] = Double.POSITIVE_INFINITY;
    endless[2] = Double.NEGATIVE_INFINITY;
    Fit fit = Estimate.ols("y ~ x + z", data.with("x", holes).with("z", endless)).fit();
    assertThat(fit.sample().rows()).isEqualTo(197);
    assertThat(fit.sample().dropped())
        .containsEntry("missing in x", 2)
        .containsEntry("infinite in z", 1);
    assertThatThrownBy(() -> Estimate.ols("y ~ x", data.with("x", filled(i -> Double.NaN))).fit())
        .hasMessageContaining("none of 200 rows is complete: {missing in x=200}");
  }

  @Test
  void shouldNameTheColumnThatWasProbablyMeant() {
    assertThatThrownBy(() -> Estimate.ols("y ~ x | gruop", data.with("group", group)).fit())
        .hasMessageContaining("'gruop'")
        .hasMessageContaining("Did you mean 'group'?");
  }

  @Test
  void shouldShiftAnOffsetOutOfTheOutcome() {
    Fit fit = Estimate.ols("y ~ x + z", data.with("o", filled(i -> 2 * x[i]))).offset("o").fit();
    Fit plain = Estimate.ols("y ~ x + z", data).fit();
    assertThat(fit.coefficient("x").estimate())
        .isCloseTo(plain.coefficient("x").estimate() - 2, within(1e-12));
  }

  @Test
  void shouldPrintItself() {
    assertThat(Estimate.ols("y ~ x + z | g", data).cluster("g").fit().toString())
        .contains("OLS, gaussian: y ~ x + z | g")
        .contains("clusters g (20)")
        .contains("Stands for: association")
        .contains("Only 20 clusters by g");
    assertThat(Estimate.ols("y ~ x + z | g", data).variance("cr2:g").fit().toString())
        .doesNotContain("Only 20 clusters");
  }

  private double[] normals() {
    return filled(i -> random.nextGaussian());
  }

  private static double[] filled(java.util.function.IntToDoubleFunction value) {
    double[] column = new double[ROWS];
    Arrays.setAll(column, value);
    return column;
  }
}
