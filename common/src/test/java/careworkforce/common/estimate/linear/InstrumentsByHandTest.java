package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Distributions;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Instrumented models against their formulas written out. */
class InstrumentsByHandTest {
  private static final int ROWS = 60;
  private final Random random = new Random(21);
  private final double[] z1 = filled(i -> random.nextGaussian());
  private final double[] z2 = filled(i -> random.nextGaussian());
  private final double[] v = filled(i -> random.nextGaussian());
  private final double[] d = filled(i -> 0.5 * z1[i] + 0.3 * z2[i] + v[i]);
  private final double[] y =
      filled(i -> 1 + d[i] + (0.8 * v[i] + random.nextGaussian()) * (1 + Math.abs(z1[i])));
  private final Frame data = Frame.empty().with("y", y).with("d", d).with("z1", z1).with("z2", z2);

  /** Instruments and endogenous regressor less their means, which is all a constant does. */
  private final RealMatrix z =
      new Array2DRowRealMatrix(new double[][] {centred(z1), centred(z2)}).transpose();

  /** LIML is where the ratio of residual squares, without and with instruments, is least. */
  @Test
  void shouldMinimiseTheVarianceRatio() {
    double b = Estimate.iv("y ~ 1 | d ~ z1 + z2", data).liml().fit().coefficient("d").estimate();
    double least = ratio(b);
    for (double step : new double[] {1e-4, 1e-2, 1}) {
      assertThat(ratio(b + step)).isGreaterThan(least);
      assertThat(ratio(b - step)).isGreaterThan(least);
    }
    double h = 1e-5;
    assertThat((ratio(b + h) - ratio(b - h)) / (2 * h)).isBetween(-1e-8, 1e-8);
    double two = Estimate.iv("y ~ 1 | d ~ z1 + z2", data).fit().coefficient("d").estimate();
    assertThat(b).isNotCloseTo(two, within(1e-4));
    // With as many instruments as regressors the two are one.
    assertClose(
        "just identified",
        Estimate.iv("y ~ 1 | d ~ z1", data).liml().fit().coefficient("d").estimate(),
        Estimate.iv("y ~ 1 | d ~ z1", data).fit().coefficient("d").estimate(),
        1e-10);
  }

  /** k is that least ratio, and the variance s2 / d'(I - k M)d, M what the instruments leave. */
  @Test
  void shouldTakeTheVarianceOfTheKClass() {
    Fit fit = Estimate.iv("y ~ 1 | d ~ z1 + z2", data).liml().fit();
    double b = fit.coefficient("d").estimate();
    double k = ratio(b);
    assertThat(k).isGreaterThan(1.001);
    double[] c = centred(d);
    double among = squares(c) - k * squares(less(c, fit(c)));
    double wanted = Math.sqrt(squares(centred(filled(i -> y[i] - b * d[i]))) / (ROWS - 2) / among);
    assertClose("se", fit.coefficient("d").standardError(), wanted, 1e-10);
  }

  private double ratio(double b) {
    double[] left = centred(filled(i -> y[i] - b * d[i]));
    return squares(left) / squares(less(left, fit(left)));
  }

  @Test
  void shouldGiveTheWaldEstimateWithOneInstrument() {
    Fit fit = Estimate.iv("y ~ 1 | d ~ z1", data).hetero().fit();
    double[] one = centred(z1);
    double b = dot(one, y) / dot(one, d);
    assertClose("Wald", fit.coefficient("d").estimate(), b, 1e-12);
    double[] u = centred(filled(i -> y[i] - b * d[i]));
    double meat = IntStream.range(0, ROWS).mapToDouble(i -> sq(one[i] * u[i])).sum();
    double wanted = Math.sqrt(meat * ROWS / (ROWS - 2)) / Math.abs(dot(one, d));
    assertClose("se", fit.coefficient("d").standardError(), wanted, 1e-12);
  }

  /** With one instrument Kleibergen-Paap's and the effective F are the robust t squared. */
  @Test
  void shouldBeTheSquaredTWithOneInstrument() {
    Fit stage = Estimate.ols("d ~ z1", data).hetero().fit();
    double t = stage.coefficient("z1").statistic();
    FirstStage own =
        Estimate.iv("y ~ 1 | d ~ z1", data).hetero().fit().instruments().firstStages().get(0);
    assertClose("Kleibergen-Paap", own.kleibergenPaapF(), t * t, 1e-10);
    assertClose("effective", own.effectiveF(), t * t, 1e-10);
    double plain = Estimate.ols("d ~ z1", data).fit().coefficient("z1").statistic();
    assertClose("F", own.f(), plain * plain, 1e-10);
    double[] c = centred(d);
    double r2 = sq(dot(c, centred(z1))) / (squares(c) * squares(centred(z1)));
    assertClose("partial R2", own.partialR2(), r2, 1e-12);
    // Montiel Olea and Pflueger (2013), table 1: 23.1 for a bias of 10 per cent.
    assertThat(own.effectiveCritical()).isCloseTo(23.1, within(0.05));
  }

  @Test
  void shouldSayThatFirstStagesAreUnderAnotherVariance() {
    Fit fit = Estimate.iv("y ~ 1 | d ~ z1", data).variance("hc3").fit();
    assertThat(fit.notes())
        .containsExactly(
            "First stages and tests of the instruments are under HC1: HC3 has no counterpart"
                + " there.");
    Fit plain = Estimate.iv("y ~ 1 | d ~ z1", data).hetero().fit();
    assertThat(plain.notes()).isEmpty();
    assertThat(fit.instruments().firstStages().get(0).robustF())
        .isEqualTo(plain.instruments().firstStages().get(0).robustF());
  }

  /** F = pi' Z'Z pi / tr(Sigma Z'Z), Sigma the robust variance of pi. */
  @Test
  void shouldDivideByTheTraceWithTwoInstruments() {
    RealMatrix zz = z.transpose().multiply(z);
    RealMatrix inverse = MatrixUtils.inverse(zz);
    double[] c = centred(d);
    double[] pi = inverse.operate(z.transpose().operate(c));
    double[] e = less(c, z.operate(pi));
    RealMatrix meat = meat(e);
    double small = ROWS / (ROWS - 3.0);
    RealMatrix sigma = inverse.multiply(meat).multiply(inverse).scalarMultiply(small);
    double f = dot(pi, zz.operate(pi)) / sigma.multiply(zz).getTrace();
    FirstStage own =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", data).hetero().fit().instruments().firstStages().get(0);
    assertClose("effective", own.effectiveF(), f, 1e-10);
    double wald = dot(pi, MatrixUtils.inverse(sigma).operate(pi)) / 2;
    assertClose("robust F", own.robustF(), wald, 1e-10);
    assertClose("Kleibergen-Paap of one regressor", own.kleibergenPaapF(), wald, 1e-10);
  }

  /**
   * Under equal variances two instruments have two effective degrees of freedom: the critical value
   * is the 95th percentile of a chi-squared with 2 degrees and noncentrality 20, over 2.
   */
  @Test
  void shouldTakeTheCriticalValueFromANoncentralChiSquared() {
    FirstStage own =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", data).fit().instruments().firstStages().get(0);
    PoissonDistribution mixing = new PoissonDistribution(null, 10, 1e-15, 100_000);
    double below = 0;
    for (int j = 0; j < 200; j++) {
      below +=
          mixing.probability(j)
              * new ChiSquaredDistribution(null, 2 + 2 * j)
                  .cumulativeProbability(2 * own.effectiveCritical());
    }
    assertThat(below).isCloseTo(0.95, within(1e-9));
  }

  /** Two steps: weights from the residuals of 2SLS, then the weighted moments at their least. */
  @Test
  void shouldWeighMomentsByTheirOwnVarianceForHansensJ() {
    double[] c = centred(d);
    double[] o = centred(y);
    double two = Estimate.iv("y ~ 1 | d ~ z1 + z2", data).fit().coefficient("d").estimate();
    RealMatrix weight = MatrixUtils.inverse(meat(filled(i -> o[i] - two * c[i])));
    double[] zd = z.transpose().operate(c);
    double[] zy = z.transpose().operate(o);
    double b = dot(zd, weight.operate(zy)) / dot(zd, weight.operate(zd));
    double[] moments = {zy[0] - b * zd[0], zy[1] - b * zd[1]};
    double j = dot(moments, weight.operate(moments));
    Overidentification own =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", data).hetero().fit().instruments().overidentification();
    assertThat(own.name()).isEqualTo("Hansen J");
    assertClose("J", own.statistic(), j, 1e-9);
    double p = 1 - new ChiSquaredDistribution(null, 1).cumulativeProbability(j);
    assertClose("p", own.pValue(), p, 1e-9);
    assertThat(own.degrees()).isEqualTo(1);
  }

  /**
   * Eight rows, z of plus and minus 1, y = a z + u, d = c z + v with u and v orthogonal to z, to
   * one another, and of squares 6: F(b) = 8 (a - b c)^2 / (1 + b^2) with 1 and 6 degrees.
   */
  @Test
  void shouldSolveTheAndersonRubinQuadratic() {
    double f = Distributions.fQuantile(0.95, 1, 6);
    AndersonRubin strong = eight(1, 2);
    double[] ends = roots(8 * 4 - f, -16 * 2, 8 - f);
    assertThat(strong.shape()).isEqualTo("interval");
    assertClose("critical", strong.critical(), f, 1e-12);
    assertClose("F at 0", strong.statistic(), 8, 1e-12);
    assertClose("low", strong.set().get(0).low(), ends[0], 1e-9);
    assertClose("high", strong.set().get(0).high(), ends[1], 1e-9);
  }

  @Test
  void shouldGiveTwoRaysWhereTheFirstStageIsWeak() {
    double f = Distributions.fQuantile(0.95, 1, 6);
    AndersonRubin weak = eight(3, 0.5);
    double[] ends = roots(2 - f, -16 * 1.5, 72 - f);
    assertThat(weak.shape()).isEqualTo("two rays");
    assertThat(weak.set()).hasSize(2);
    assertThat(weak.set().get(0).low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(weak.set().get(1).high()).isEqualTo(Double.POSITIVE_INFINITY);
    assertClose("end", weak.set().get(0).high(), Math.min(ends[0], ends[1]), 1e-9);
    assertClose("begin", weak.set().get(1).low(), Math.max(ends[0], ends[1]), 1e-9);
  }

  @Test
  void shouldGiveTheWholeLineWhereNothingIsKnown() {
    AndersonRubin none = eight(0.5, 0.5);
    assertThat(none.shape()).isEqualTo("line");
    assertThat(none.set())
        .containsExactly(
            new AndersonRubin.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  /** Instruments that disagree more than chance allows reject every value. */
  @Test
  void shouldGiveAnEmptySetWhereInstrumentsDisagree() {
    double[] quiet = filled(i -> 5 * z1[i] - 5 * z2[i] + 0.1 * v[i]);
    double[] moved = filled(i -> z1[i] + z2[i] + 0.1 * random.nextGaussian());
    AndersonRubin empty =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", data.with("y", quiet).with("d", moved))
            .fit()
            .instruments()
            .andersonRubin();
    assertThat(empty.shape()).isEqualTo("empty");
    assertThat(empty.set()).isEmpty();
  }

  /** Robust and with two instruments, the ends are where a regression of y - b d says so. */
  @Test
  void shouldEndWhereTheRegressionOnInstrumentsJustRejects() {
    AndersonRubin own =
        Estimate.iv("y ~ 1 | d ~ z1 + z2", data).hetero().fit().instruments().andersonRubin();
    assertThat(own.shape()).isEqualTo("interval");
    for (double end : new double[] {own.set().get(0).low(), own.set().get(0).high()}) {
      Frame at = data.with("left", filled(i -> y[i] - end * d[i]));
      Fit fit = Estimate.ols("left ~ z1 + z2", at).hetero().fit();
      double[] b = {fit.coefficient("z1").estimate(), fit.coefficient("z2").estimate()};
      double[][] m = fit.variance().matrix();
      double wald =
          Small.quadraticInverse(b, new double[][] {{m[1][1], m[1][2]}, {m[2][1], m[2][2]}});
      assertClose("F", wald / 2, own.critical(), 1e-8);
    }
  }

  /** Lee, McCrary, Moreira and Porter (2022): 3.43 at an F of 10, 1.96 from 104.7, none at 3.84. */
  @Test
  void shouldWidenIntervalsByTheTableOfTf() {
    assertThat(TfInterval.critical(10)).isCloseTo(3.43, within(0.01));
    assertThat(TfInterval.critical(104.68)).isEqualTo(1.96);
    assertThat(TfInterval.critical(1000)).isEqualTo(1.96);
    assertThat(TfInterval.critical(104.0)).isGreaterThan(1.96);
    assertThat(TfInterval.critical(4.008)).isCloseTo(18.656 / 1.023024, within(0.01));
    assertThat(TfInterval.critical(3.84)).isInfinite();
    TfInterval wide = TfInterval.of(2, 0.5, 10);
    assertThat(wide.high() - 2).isCloseTo(0.5 * wide.critical(), within(1e-12));
    assertThat(TfInterval.of(2, 0.5, 3).low()).isEqualTo(Double.NEGATIVE_INFINITY);
    Fit fit = Estimate.iv("y ~ 1 | d ~ z1", data).hetero().fit();
    double f = fit.instruments().firstStages().get(0).robustF();
    assertThat(fit.instruments().tf().critical()).isEqualTo(TfInterval.critical(f));
  }

  private static AndersonRubin eight(double a, double c) {
    double k = Math.sqrt(0.75);
    double[] instrument = {1, 1, 1, 1, -1, -1, -1, -1};
    double[] u = {k, -k, k, -k, k, -k, k, -k};
    double[] w = {k, k, -k, -k, k, k, -k, -k};
    double[] outcome = new double[8];
    double[] endogenous = new double[8];
    for (int i = 0; i < 8; i++) {
      outcome[i] = a * instrument[i] + u[i];
      endogenous[i] = c * instrument[i] + w[i];
    }
    Frame rows = Frame.empty().with("y", outcome).with("d", endogenous).with("z", instrument);
    return Estimate.iv("y ~ 1 | d ~ z", rows).fit().instruments().andersonRubin();
  }

  private static double[] roots(double square, double line, double level) {
    double root = Math.sqrt(line * line - 4 * square * level);
    return new double[] {(-line - root) / (2 * square), (-line + root) / (2 * square)};
  }

  private RealMatrix meat(double[] e) {
    RealMatrix meat = new Array2DRowRealMatrix(2, 2);
    for (int i = 0; i < ROWS; i++) {
      for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
          meat.addToEntry(a, b, sq(e[i]) * z.getEntry(i, a) * z.getEntry(i, b));
        }
      }
    }
    return meat;
  }

  private double[] fit(double[] left) {
    RealMatrix inverse = MatrixUtils.inverse(z.transpose().multiply(z));
    return z.operate(inverse.operate(z.transpose().operate(left)));
  }

  private static double[] less(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double squares(double[] a) {
    return dot(a, a);
  }

  private static double sq(double a) {
    return a * a;
  }

  private static double[] centred(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] - mean).toArray();
  }

  private static double[] filled(IntToDoubleFunction value) {
    return IntStream.range(0, ROWS).mapToDouble(value).toArray();
  }
}
