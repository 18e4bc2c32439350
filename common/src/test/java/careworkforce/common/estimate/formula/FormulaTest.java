package careworkforce.common.estimate.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "y ~ x; y ~ x",
        "y ~ a*b; y ~ a + b + a:b",
        "y ~ x + x^2 + log(z); y ~ x + x^2 + log(z)",
        "y ~ I(x^2 + 1) - x; y ~ I(x^2 + 1)",
        "y ~ l(x, 1:3) + f(x); y ~ l(x, 1) + l(x, 2) + l(x, 3) + f(x, 1)",
        "y ~ l(x, -1:0); y ~ l(x, -1) + l(x, 0)",
        "l(y, -1) ~ I(l(x, -1)); l(y, -1) ~ I(l(x, -1))",
        "y ~ i(period, treated, ref = -1); y ~ i(period, treated, ref = -1)",
        "y ~ i(period, ref = c(-1, -5)); y ~ i(period, ref = -1, -5)",
        "y ~ x | a + b^c; y ~ x | a + b^c",
        "y ~ x | a[t] + b[[t, u]]; y ~ x | a[t] + b[[t, u]]",
        "y ~ 1 | a | d ~ z1 + z2; y ~ 1 | a | d ~ z1 + z2",
        "y ~ w | d ~ z; y ~ w | d ~ z",
        "y ~ w | d ~ w + z; y ~ w | d ~ z",
        "y ~ a:b | f | d ~ z + b:a; y ~ a:b | f | d ~ z",
        "log(y) ~ `odd name`; log(y) ~ odd name",
        "y ~ (a + b):c; y ~ a:c + b:c",
        "y ~ 0 + x; y ~ 0 + x",
        "y ~ f - 1; y ~ 0 + f",
        "y ~ x*f - f:x; y ~ x + f",
        "y ~ 0; y ~ 0",
        "y ~ 0 + x | f; y ~ x | f",
        "y ~ 0 + x | f[[t]]; y ~ 0 + x | f[[t]]",
        "y ~ 0 + w | d ~ z; y ~ 0 + w | d ~ z",
        "y ~ i(f, i.yr); y ~ i(f, i.yr)",
        "y ~ x | `staff~total`; y ~ x | staff~total",
        "y ~ `a|b` | d ~ z; y ~ a|b | d ~ z",
        "y ~ i(kind, ref = \"a|b\") | d ~ z; y ~ i(kind, ref = a|b) | d ~ z"
      })
  void shouldReadFixestsGrammar(String formula, String meaning) {
    assertThat(Formula.parse(formula).specifications())
        .extracting(Specification::text)
        .containsExactly(meaning);
  }

  @Test
  void shouldSpellOutSeveralModels() {
    assertThat(Formula.parse("c(y1, y2) ~ x + csw0(a, b) | f").specifications())
        .extracting(Specification::text)
        .containsExactly(
            "y1 ~ x | f",
            "y1 ~ x + a | f",
            "y1 ~ x + a + b | f",
            "y2 ~ x | f",
            "y2 ~ x + a | f",
            "y2 ~ x + a + b | f");
    assertThat(Formula.parse("y ~ x | sw0(f, g)").specifications())
        .extracting(Specification::text)
        .containsExactly("y ~ x", "y ~ x | f", "y ~ x | g");
  }

  @Test
  void shouldStandForOneModelWhereOneIsAskedFor() {
    assertThat(Formula.parse("y ~ x | f").single().text()).isEqualTo("y ~ x | f");
    assertThatThrownBy(() -> Formula.parse("y ~ csw(a, b)").single())
        .hasMessageContaining("'y ~ csw(a, b)'")
        .hasMessageContaining("it stands for 2 models");
  }

  @Test
  void shouldHaveAConstantUnlessItIsTakenOutOrAbsorbed() {
    assertThat(intercept("y ~ x")).isTrue();
    assertThat(intercept("y ~ x - 1")).isFalse();
    assertThat(intercept("y ~ x | f")).isFalse();
    assertThat(intercept("y ~ x | f[[t]]")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "y x; '~' is expected where 'x' stands (character 3)",
        "~ x; the outcome is missing",
        "y ~ x +; a column name is expected where the end stands",
        "y ~ lgo(x); 'lgo' is no function of formulas",
        "y ~ x | f | d ~; a column name is expected",
        "y ~ x | f | d + e ~ z; 2 endogenous regressors need at least as many instruments",
        "y ~ w | d ~ w; 1 endogenous regressors need at least as many instruments",
        "y ~ x + d | d ~ z; 'd' is both instrumented and a regressor that is not",
        "y ~ x $ z; '$' has no meaning in a formula (character 7)",
        "y ~ x | 3; '3' is no effect",
        "y ~ l(x, 1.5); it shifts by '1.5', which is no whole number",
        "y ~ I(l(x, 1.5)); it shifts by '1.5', which is no whole number",
        "l(y, k) ~ x; it shifts by 'k', which is no whole number",
        "y ~ I(l(x, 1, 2)); 'l' takes 2 arguments at most, not 3",
        "log(y, 2) ~ x; 'log' takes 1 argument, not 2",
        "y ~ 1 | d ~ sw(z1, z2); 'sw' stands for several models only as a term by itself",
        "y ~ 1 | f | sw(d, e) ~ z1 + z2; 'sw' stands for several models only as a term by itself",
        "y ~ (sw(x, d)); 'sw' stands for several models only as a term by itself",
        "y ~ sw(x, csw(a, b)); 'csw' stands for several models only as a term by itself",
        "y ~ x | sw(f, sw0(g, h)); 'sw0' stands for several models only as a term by itself",
        "y ~ x - (sw(a, b)); 'sw' stands for several models only as a term by itself",
        "y ~ x - 2; only 1, the constant, can be taken out",
        "y ~ `x; the back quote opened here is not closed"
      })
  void shouldSayWhereAFormulaIsWrong(String formula, String why) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .hasMessageStartingWith("Cannot read formula '" + formula + "'")
        .hasMessageContaining(why);
  }

  private static boolean intercept(String formula) {
    return Formula.parse(formula).specifications().get(0).intercept();
  }
}
