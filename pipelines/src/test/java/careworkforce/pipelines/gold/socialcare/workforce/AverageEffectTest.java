package careworkforce.pipelines.gold.socialcare.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.glm.Cloglog;
import careworkforce.common.estimate.glm.Probit;
import careworkforce.common.estimate.glm.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two groups of a thousand, of which given shares have the event: the fit meets both shares. After
 * a month a rate of leaving is twelve times the chance.
 */
class AverageEffectTest {
  private static Frame groups(double months, double none, double one) {
    return Frame.empty()
        .with("months", months, months, months, months)
        .with("x", 0, 0, 1, 1)
        .with("y", 0, 1, 0, 1)
        .with("n", 1000 * (1 - none), 1000 * none, 1000 * (1 - one), 1000 * one);
  }

  private static Fit fit(Family family, Frame data) {
    return Estimate.of(family, "y ~ x", data).weights("n").hetero().fit();
  }

  private static Coefficient effect(Fit fit, Response link, Frame data) {
    return AverageEffect.of(fit, link, data, "x", "n", "months");
  }

  @Test
  void shouldAverageTheNormalDensityTimesTheSlope() {
    Frame data = groups(1, 0.5, 0.8413447460685429); // the normal distribution at 0 and 1
    Coefficient effect = effect(fit(new Probit(), data), Response.PROBIT, data);
    double density = (Math.exp(0) + Math.exp(-0.5)) / 2 / Math.sqrt(2 * Math.PI);
    assertThat(effect.estimate() / 12).isCloseTo(density, within(1e-7)); // the slope is 1
  }

  @Test
  void shouldAverageTheDensityOfTheComplementaryLogLog() {
    Frame data = groups(1, 1 - Math.exp(-1), 1 - Math.exp(-2)); // predictors 0 and ln 2
    Coefficient effect = effect(fit(new Cloglog(), data), Response.CLOGLOG, data);
    double density = (Math.exp(-1) + 2 * Math.exp(-2)) / 2;
    assertThat(effect.estimate() / 12).isCloseTo(Math.log(2) * density, within(1e-7));
  }

  /** Of the share exp(-exp(x)) there after three months, exp(-exp(x) / 3) are after one. */
  @Test
  void shouldTellOfTheMonthlyChanceWhereCutsAreMonthsApart() {
    Frame data = groups(3, 1 - Math.exp(-1), 1 - Math.exp(-2));
    Coefficient effect = effect(fit(new Cloglog(), data), Response.CLOGLOG, data);
    double monthly = (Math.exp(-1 / 3.0) / 3 + 2 * Math.exp(-2 / 3.0) / 3) / 2;
    assertThat(effect.estimate() / 12).isCloseTo(Math.log(2) * monthly, within(1e-7));
  }

  /** The delta method with the gradient had by moving each coefficient a little. */
  @Test
  void shouldGiveTheStandardErrorOfTheDeltaMethod() {
    for (Response link : List.of(Response.PROBIT, Response.CLOGLOG)) {
      Frame data = groups(3, 0.2, 0.35);
      Family family = link == Response.PROBIT ? new Probit() : new Cloglog();
      Fit fit = fit(family, data);
      double[] gradient = new double[2];
      for (int k = 0; k < 2; k++) {
        double up = effect(moved(fit, k, 1e-5), link, data).estimate();
        double down = effect(moved(fit, k, -1e-5), link, data).estimate();
        gradient[k] = (up - down) / 2e-5;
      }
      double variance = 0;
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          variance += gradient[i] * fit.variance().matrix()[i][j] * gradient[j];
        }
      }
      assertThat(effect(fit, link, data).standardError())
          .isCloseTo(Math.sqrt(variance), within(1e-7));
    }
  }

  private static Fit moved(Fit fit, int which, double by) {
    List<Coefficient> coefficients = new ArrayList<>(fit.coefficients());
    Coefficient old = coefficients.get(which);
    coefficients.set(
        which,
        new Coefficient(
            old.name(),
            old.estimate() + by,
            old.standardError(),
            old.statistic(),
            old.pValue(),
            old.ciLow(),
            old.ciHigh()));
    return new Fit(
        fit.formula(),
        fit.family(),
        fit.estimator(),
        fit.outcome(),
        coefficients,
        fit.variance(),
        fit.smallSample(),
        fit.level(),
        fit.effects(),
        fit.sample(),
        fit.quality(),
        fit.numerics(),
        fit.instruments(),
        fit.bootstraps(),
        fit.design(),
        fit.notes());
  }
}
