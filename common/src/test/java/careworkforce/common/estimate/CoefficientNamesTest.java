package careworkforce.common.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.estimate.data.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A column named as a level of another would be: what is told by name would tell one of the two.
 */
class CoefficientNamesTest {
  private static final Frame TEN =
      Frame.empty()
          .with("y", 3, 1, 4, 1, 5, 9, 2, 6, 5, 3)
          .with("d", 2, 7, 1, 8, 2, 8, 1, 8, 2, 8)
          .with("regionB", 1, 4, 1, 4, 2, 1, 3, 5, 6, 2)
          .with("region", "A", "B", "C", "A", "B", "C", "A", "B", "C", "B");

  @ParameterizedTest
  @ValueSource(strings = {"y ~ regionB + region", "y ~ 1 | d ~ regionB + region"})
  void shouldRefuseTwoOfOneName(String formula) {
    assertThatThrownBy(() -> Estimate.ols(formula, TEN).fit())
        .hasMessage(
            "Cannot tell the coefficients of '"
                + formula
                + "' apart: two are named 'regionB'. Rename the column, or write I(regionB) in its"
                + " place.");
  }

  @Test
  void shouldTellThemApartByTheNamesOfExpressionsOrWhereOneIsDropped() {
    Fit fit = Estimate.ols("y ~ I(regionB) + region", TEN).fit();
    assertThat(fit.coefficients())
        .extracting(Coefficient::name)
        .containsExactly("(Intercept)", "I(regionB)", "regionB", "regionC");
    Fit twice = Estimate.ols("y ~ i(region) + i(region, ref = 'C')", TEN).fit();
    assertThat(twice.coefficients()).hasSize(3);
  }
}
