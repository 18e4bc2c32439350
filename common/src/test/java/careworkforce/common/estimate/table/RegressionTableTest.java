package careworkforce.common.estimate.table;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import java.util.List;
import java.util.Locale;
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
        .matches(
            "1,y,\\(Intercept\\),[0-9.]+,,,,,,4,association,\"conley:[^\"]*no standard error\",,,true");
  }

  /** Four clusters of two rows, of which the bootstrap uses each of 2^4 sign vectors once. */
  @Test
  void shouldTellBootstrapsAndNotesInEveryFormat() {
    Frame clustered = DATA.with("g", 1, 1, 2, 2, 3, 3, 4, 4).with("z", 0, 1, 0, 1, 1, 0, 0, 1);
    List<Fit> fits =
        Estimate.ols("c(y, b) ~ x + z", clustered).cluster("g").wildBootstrap(99, 1).fitAll();
    String p = String.format(Locale.ROOT, "[%.4f]", fits.get(1).bootstraps().get(0).pValue());
    RegressionTable table = RegressionTable.of(fits);
    for (String written : List.of(table.text(), table.latex(), table.html())) {
      assertThat(written)
          .contains(p)
          .contains("Wild cluster bootstrap p-values in brackets.")
          .contains("(1) (2) Only 4 clusters by g: the wild cluster bootstrap")
          .doesNotContain("NOT CONVERGED");
    }
    assertThat(table.csv().lines().toList())
        .hasSize(7)
        .startsWith(
            "model,outcome,term,estimate,std_error,statistic,p_value,ci_low,ci_high,n,"
                + "design,variance,clusters,bootstrap_p,converged")
        .element(5)
        .asString()
        .startsWith("2,b,x,")
        .endsWith(
            ",8,association,cluster:g,4," + fits.get(1).bootstraps().get(0).pValue() + ",true");
  }

  @Test
  void shouldSayThatAFitDidNotConvergeInEveryFormat() {
    Fit.Numerics stopped = new Fit.Numerics(100, false, 1, "iterated");
    Fit fit =
        new Fit(
            MEANS.formula(),
            MEANS.family(),
            MEANS.estimator(),
            MEANS.outcome(),
            MEANS.coefficients(),
            MEANS.variance(),
            MEANS.smallSample(),
            MEANS.level(),
            MEANS.effects(),
            MEANS.sample(),
            MEANS.quality(),
            stopped,
            null,
            List.of(),
            MEANS.design(),
            List.of());
    RegressionTable table = RegressionTable.of(List.of(MEANS, fit));
    for (String written : List.of(table.text(), table.latex(), table.html())) {
      assertThat(written).contains("NOT CONVERGED");
    }
    assertThat(table.csv().lines().toList().get(2)).endsWith(",true");
    assertThat(table.csv().lines().toList().get(4)).endsWith(",false");
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
