package careworkforce.common.estimate.table;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Four rows without and four with x. Means of y are 2 and 5, residuals all of size 1: slope 3,
 * variance 8/6, standard errors the roots of 1/3 and 2/3, R2 = 18/26. Of b one in four is true,
 * then three in four: log odds of -log 3 and 2 log 3, variances 4/3 and 8/3, by the convention's
 * 7/6.
 */
class RegressionTableTest {
  private static final Frame DATA =
      Frame.empty()
          .with("x", new double[] {0, 0, 0, 0, 1, 1, 1, 1})
          .with("y", new double[] {1, 1, 3, 3, 4, 4, 6, 6})
          .with("b", new double[] {0, 0, 0, 1, 0, 1, 1, 1});
  private static final Fit MEANS = Estimate.ols("y ~ x", DATA).causal().fit();
  private static final Fit ODDS = Estimate.of(Family.named("logit"), "b ~ x", DATA).fit();

  @Test
  void shouldSetModelsSideBySide() {
    assertThat(RegressionTable.of(List.of(MEANS, ODDS)).text())
        .isEqualTo(
            """
                              (1)          (2)
                                y            b
            ----------------------------------
            (Intercept)  2.0000**      -1.0986
                         (0.5774)     (1.2472)
            x            3.0000**       2.1972
                         (0.8165)     (1.7638)
            ----------------------------------
            N                   8            8
            R2             0.6923
            Estimator         OLS           ML
            Stands for     causal  association
            Standard errors in parentheses: iid (fixest). * p<0.1, ** p<0.05, *** p<0.01. \
            Each column stands for what the row 'Stands for' says: \
            an association is not a causal effect.
            """);
  }

  /** Neighbours move against one another by more than the squares: there is no standard error. */
  @Test
  void shouldLeaveCellsEmptyWhereThereIsNoNumber() {
    Frame places =
        Frame.empty()
            .with("y", 11, 8.6, 11, 9.4)
            .with("lat", 50, 50.9, 51.8, 52.7)
            .with("lon", 0, 0, 0, 0);
    Fit fit = Estimate.ols("y ~ 1", places).variance("conley:lat,lon,101").fit();
    assertThat(RegressionTable.of(List.of(fit)).csv().lines().skip(1).toList())
        .singleElement()
        .asString()
        .matches("1,y,\\(Intercept\\),[0-9.]+,,,,,,4");
  }

  @Test
  void shouldLeaveOutWhatNoModelHas() {
    assertThat(RegressionTable.of(List.of(ODDS)).text()).doesNotContain("R2");
    assertThat(MEANS.toString()).contains("R2 0.69231, log likelihood");
  }

  @Test
  void shouldEscapeWhatLatexReadsAsItsOwn() {
    Fit fit = Estimate.ols("y ~ I(x^1)", DATA).fit();
    assertThat(RegressionTable.of(List.of(fit)).latex())
        .contains("I(x\\textasciicircum{}1) & 3.0000** \\\\")
        .contains("** p$<$0.05");
    assertThat(TableFormats.latexEscaped("a\\b_{c}%&$# x<1>2|3~4^5"))
        .isEqualTo(
            "a\\textbackslash{}b\\_\\{c\\}\\%\\&\\$\\# x$<$1$>$2$|$3"
                + "\\textasciitilde{}4\\textasciicircum{}5");
  }
}
