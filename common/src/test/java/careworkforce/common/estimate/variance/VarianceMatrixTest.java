package careworkforce.common.estimate.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.table.FitJson;
import careworkforce.common.estimate.table.RegressionTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A variance that comes out negative gives no standard error, rather than one of 0. */
class VarianceMatrixTest {
  private static final String WHY = ", negative for 1 of the coefficients: no standard error";

  /**
   * Four places in a line, neighbours 100 km apart: residuals 1, -1.4, 1 and -0.6, whose squares
   * sum to 4.32 and twice whose neighbours' products to -6.8.
   */
  @Test
  void shouldGiveNoStandardErrorWhereNeighboursOutweighTheSquares() {
    Frame places =
        Frame.empty()
            .with("y", 11, 8.6, 11, 9.4)
            .with("lat", 50, 50.9, 51.8, 52.7)
            .with("lon", 0, 0, 0, 0);
    Fit fit = Estimate.ols("y ~ 1", places).variance("conley:lat,lon,101").fit();
    Coefficient mean = fit.coefficient("(Intercept)");
    assertThat(mean.estimate()).isCloseTo(10, within(1e-12));
    assertThat(mean.standardError()).isNaN();
    assertThat(mean.pValue()).isNaN();
    assertThat(mean.ciLow()).isNaN();
    assertThat(fit.toString()).contains("Variance: conley:lat,lon,101.0" + WHY);
    assertThat(RegressionTable.of(List.of(fit)).text()).contains("conley:lat,lon,101.0" + WHY);
    assertThat(FitJson.of(fit).get("vcov_negative").asInt()).isEqualTo(1);
  }

  /** A share beside pounds: eigenvalues of 0.01 and, seven digits below in its own units, -0.3. */
  @Test
  void shouldSeeANegativeVarianceInAnyUnits() {
    for (double pounds : new double[] {1, 1e-7}) {
      VarianceMatrix made = matrix(1e-2, 2e-2 * pounds, -3e-1 * pounds * pounds).repair();
      assertThat(made.repaired()).isTrue();
      assertThat(made.standardError(0)).isGreaterThanOrEqualTo(0.1);
      assertThat(made.standardError(1)).isNaN();
      assertThat(made.text()).isEqualTo("cluster:a+b" + WHY);
    }
  }

  @Test
  void shouldLeaveAMatrixWithoutNegativeEigenvaluesAlone() {
    VarianceMatrix made = matrix(4, 1, 9).repair();
    assertThat(made.repaired()).isFalse();
    assertThat(made.standardError(1)).isEqualTo(3);
    assertThat(made.text()).isEqualTo("cluster:a+b");
  }

  private static VarianceMatrix matrix(double first, double both, double second) {
    return new VarianceMatrix(
        new double[][] {{first, both}, {both, second}}, "cluster:a+b", 2, Map.of(), 5);
  }
}
