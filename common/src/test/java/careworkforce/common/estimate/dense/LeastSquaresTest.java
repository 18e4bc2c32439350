package careworkforce.common.estimate.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  @Test
  void shouldFitALineByHand() {
    // Points (0,1) (1,2) (2,6): slope 5/2, intercept 1/2, residuals .5 -1 .5; x'x centred is 2.
    LeastSquares fit =
        LeastSquares.fit(new double[] {1, 2, 6}, new double[][] {{1, 1, 1}, {0, 1, 2}});
    assertThat(fit.coefficients()).containsExactly(new double[] {0.5, 2.5}, within(1e-14));
    assertThat(fit.residuals()).containsExactly(new double[] {0.5, -1, 0.5}, within(1e-14));
    assertThat(fit.bread()[1][1]).isCloseTo(0.5, within(1e-15));
    assertThat(fit.bread()[0][0]).isCloseTo(5.0 / 6, within(1e-15));
  }

  @Test
  void shouldTreatAWeightOfTwoAsTwoRows() {
    double[][] x = {{1, 1, 1}, {0, 1, 2}};
    LeastSquares weighted = LeastSquares.fit(new double[] {1, 2, 6}, x, new double[] {1, 1, 2});
    LeastSquares twice =
        LeastSquares.fit(new double[] {1, 2, 6, 6}, new double[][] {{1, 1, 1, 1}, {0, 1, 2, 2}});
    assertThat(weighted.coefficients()).containsExactly(twice.coefficients(), within(1e-14));
  }

  @Test
  void shouldDropTheLaterOfTwoCollinearColumns() {
    LeastSquares fit =
        LeastSquares.fit(
            new double[] {1, 2, 6, 4}, new double[][] {{1, 2, 3, 5}, {2, 4, 6, 10}, {1, 0, 0, 0}});
    assertThat(fit.kept()).containsExactly(true, false, true);
    assertThat(fit.coefficients()[1]).isZero();
    assertThat(fit.rank()).isEqualTo(2);
  }

  /** Columns of size 1e9 and 1e-9, and two columns that differ in the tenth digit squared. */
  @Test
  void shouldStayExactWhereColumnsAreBadlyScaled() {
    double[] big = {1e9, 2e9, 4e9, 3e9};
    double[] small = {1e-9, -2e-9, 1e-9, 5e-9};
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      y[i] = 2e-9 * big[i] + 3e9 * small[i];
    }
    LeastSquares fit = LeastSquares.fit(y, new double[][] {big, small});
    assertThat(fit.coefficients()[0] * 1e9).isCloseTo(2, within(1e-13));
    assertThat(fit.coefficients()[1] * 1e-9).isCloseTo(3, within(1e-13));
  }

  @Test
  void shouldIdentifyTheCausalSlopeByItsInstrument() {
    // Two groups of the instrument: means of y 1 and 4, of x 0 and 2: Wald estimate 1.5.
    InstrumentalVariables fit =
        InstrumentalVariables.fit(
            new double[] {0, 2, 3, 5},
            new double[][] {{-1, 1, 3, 1}},
            new double[][] {{1, 1, 1, 1}},
            new double[][] {{0, 0, 1, 1}},
            new double[] {1, 1, 1, 1});
    assertThat(fit.coefficients()).containsExactly(new double[] {1.5, 1}, within(1e-13));
  }

  @Test
  void shouldRefuseFewerInstrumentsThanEndogenousRegressors() {
    assertThatThrownBy(
            () ->
                InstrumentalVariables.fit(
                    new double[] {1},
                    new double[][] {{1}},
                    new double[0][],
                    new double[0][],
                    new double[] {1}))
        .hasMessageContaining("1 endogenous regressors and 0 excluded instruments");
  }
}
