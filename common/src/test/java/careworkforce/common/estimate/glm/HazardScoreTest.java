package careworkforce.common.estimate.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Score and information of a complementary log-log row against differences of its likelihood. */
class HazardScoreTest {
  private static final Response CLOGLOG = Response.CLOGLOG;
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @ValueSource(doubles = {-12, -9.3, -9.2, -4, -1, 0, 1, 2})
  void shouldBeTheDerivativesOfTheLogLikelihood(double eta) {
    for (double outcome : new double[] {0, 1}) {
      double slope = (likelihood(outcome, eta + STEP) - likelihood(outcome, eta - STEP)) / 2 / STEP;
      double bend =
          (CLOGLOG.score(outcome, eta - STEP) - CLOGLOG.score(outcome, eta + STEP)) / 2 / STEP;
      double score = CLOGLOG.score(outcome, eta);
      double information = CLOGLOG.information(outcome, eta);
      assertThat(score).isCloseTo(slope, within(1e-8 * (1 + Math.abs(score))));
      assertThat(information).isCloseTo(bend, within(1e-8 * (1 + information)));
    }
  }

  /** Half the hazard, to first order: where hazard + score - 1 would leave no digit. */
  @ParameterizedTest
  @ValueSource(doubles = {-32, -20, -12})
  void shouldKeepTheInformationOfARareEventThatHappens(double eta) {
    double half = Math.exp(eta) / 2;
    assertThat(CLOGLOG.information(1, eta)).isCloseTo(half, within(half * 1e-5));
  }

  /** From hardly a hazard to a certain event, and about where one way of reckoning gives way. */
  @ParameterizedTest
  @ValueSource(doubles = {-40, -37, -32, -20, -9, -1, -0.4, -0.36, 0, 1, 3.4, 7})
  void shouldGiveTheProbabilityToTheLastDigits(double eta) {
    double exact = -Math.expm1(-Math.exp(eta));
    assertThat(CLOGLOG.mean(eta)).isCloseTo(exact, within(1e-15 * exact));
  }

  private static double likelihood(double outcome, double eta) {
    return CLOGLOG.logLikelihood(outcome, CLOGLOG.mean(eta));
  }
}
