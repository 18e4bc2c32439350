package careworkforce.common.estimate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each part of the grammar makes of six rows: three homes seen twice. */
class FormulaColumnsTest {
  private static final Frame SIX =
      Frame.empty()
          .with("y", 5, 1, 4, 2, 8, 3)
          .with("a", 1, 2, 3, 4, 5, 6)
          .with("b", 2, 0, 1, 3, 1, 4)
          .with("home", "p", "p", "q", "q", "r", "r")
          .with("period", 1, 2, 1, 2, 1, 2)
          .with("treated", 0, 0, 1, 1, 1, 1)
          .with("region", "north", "north", "south", "south", "north", "north");

  private static Map<String, double[]> columns(String right) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    design("y ~ " + right).exogenous().forEach(c -> columns.put(c.name(), c.values()));
    return columns;
  }

  private static Design design(String formula) {
    Specification one = Formula.parse(formula).specifications().get(0);
    DesignOptions options =
        new DesignOptions(null, null, List.of(), List.of(), false, "home", "period");
    return DesignBuilder.build(one, SIX, options);
  }

  @Test
  void shouldMultiplyInteractions() {
    assertThat(columns("a:b")).containsOnlyKeys("a:b");
    assertThat(columns("a:b").get("a:b")).containsExactly(2, 0, 3, 12, 5, 24);
    assertThat(columns("a*b")).containsOnlyKeys("a", "b", "a:b");
    assertThat(columns("a*b").get("b")).containsExactly(2, 0, 1, 3, 1, 4);
  }

  @Test
  void shouldTransform() {
    assertThat(columns("log(a)").get("log(a)")[3]).isCloseTo(Math.log(4), within(1e-15));
    assertThat(columns("I(a + 2*b)").values().iterator().next())
        .containsExactly(5, 2, 5, 10, 7, 14);
    assertThat(columns("a^2").get("a^2")).containsExactly(1, 4, 9, 16, 25, 36);
    assertThat(columns("sqrt(a) + exp(b) + abs(a)"))
        .containsOnlyKeys("sqrt(a)", "exp(b)", "abs(a)");
    assertThat(design("log(y) ~ a").outcome().values()[4]).isCloseTo(Math.log(8), within(1e-15));
  }

  @Test
  void shouldDropRowsWhoseLogarithmIsNotANumber() {
    Design design = design("y ~ log(b)");
    assertThat(design.size()).isEqualTo(5);
    assertThat(design.dropped()).containsEntry("infinite in log(b)", 1);
  }

  @Test
  void shouldMakeIndicatorsWithReferences() {
    assertThat(columns("i(period)")).containsOnlyKeys("period::2");
    assertThat(columns("i(period, treated, ref = 1)")).containsOnlyKeys("period::2:treated");
    assertThat(columns("i(period, treated, ref = 1)").get("period::2:treated"))
        .containsExactly(0, 0, 0, 1, 0, 1);
    Map<String, double[]> homes = columns("i(home, ref = 'q')");
    assertThat(homes).containsOnlyKeys("home::p", "home::r");
    assertThat(homes.get("home::r")).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(columns("i(home, a)").get("home::q:a")).containsExactly(0, 0, 3, 4, 0, 0);
    // Words alone are dummies without the first.
    assertThat(columns("region")).containsOnlyKeys("regionsouth");
    assertThatThrownBy(() -> columns("i(home, ref = 'z')"))
        .hasMessageContaining("leave out level 'z' of 'home'")
        .hasMessageContaining("[p, q, r]");
    assertThat(columns("i(home, keep = c(q, r))")).containsOnlyKeys("home::q", "home::r");
    assertThat(columns("i(home, keep = c(q, r), a)")).containsOnlyKeys("home::q:a", "home::r:a");
    assertThatThrownBy(() -> columns("i(home, keep = 'z')"))
        .hasMessage(
            "Cannot keep level 'z' of 'home': its levels are [p, q, r]. Give keep one of them.");
  }

  /** Without a constant, and only there, a level left out would be one whose mean is taken as 0. */
  @Test
  void shouldKeepEveryLevelOfTheFirstFactorWithoutAConstant() {
    assertThat(columns("0 + region")).containsOnlyKeys("regionnorth", "regionsouth");
    assertThat(columns("region - 1")).containsOnlyKeys("regionnorth", "regionsouth");
    assertThat(columns("0 + i(region)")).containsOnlyKeys("region::north", "region::south");
    assertThat(columns("0 + a + region + i(period)"))
        .containsOnlyKeys("a", "regionnorth", "regionsouth", "period::2");
    assertThat(columns("0 + i(home, ref = 'q') + region"))
        .containsOnlyKeys("home::p", "home::r", "regionnorth", "regionsouth");
    assertThat(columns("0 + region | home")).containsOnlyKeys("regionsouth");
    assertThat(columns("0 + region | home[[a]]")).containsOnlyKeys("regionnorth", "regionsouth");
    assertThat(design("y ~ 0 + region | b ~ home").instruments())
        .extracting(NamedColumn::name)
        .containsExactly("homeq", "homer");
    assertThat(design("y ~ 0 + a | b ~ home").instruments())
        .extracting(NamedColumn::name)
        .containsExactly("homep", "homeq", "homer");
  }

  @Test
  void shouldKnowWhichFactorIsFirstInEachOfSeveralModels() {
    List<Specification> models =
        Formula.parse("y ~ 0 + sw(a, region) + i(period)").specifications();
    assertThat(DesignBuilder.all(models, SIX, DesignOptions.plain()))
        .extracting(d -> d.exogenous().stream().map(NamedColumn::name).toList())
        .containsExactly(
            List.of("a", "period::1", "period::2"),
            List.of("regionnorth", "regionsouth", "period::2"));
  }

  @Test
  void shouldCrossWithTheLevelsOfNumbers() {
    Map<String, double[]> cells = columns("i(region, i.period)");
    assertThat(cells)
        .containsOnlyKeys(
            "region::north:period::1",
            "region::north:period::2",
            "region::south:period::1",
            "region::south:period::2");
    assertThat(cells.get("region::north:period::2")).containsExactly(0, 1, 0, 0, 0, 1);
    assertThat(columns("i(region, period)"))
        .containsOnlyKeys("region::north:period", "region::south:period");
  }

  @Test
  void shouldShiftWithinHomes() {
    Design lagged = design("y ~ l(a)");
    assertThat(lagged.size()).isEqualTo(3);
    assertThat(lagged.exogenous().get(0).values()).containsExactly(1, 3, 5);
    assertThat(lagged.outcome().values()).containsExactly(1, 2, 3);
    assertThat(design("y ~ d(a)").exogenous().get(0).values()).containsExactly(1, 1, 1);
  }

  @Test
  void shouldLeadWithinHomes() {
    Design led = design("y ~ f(a)");
    assertThat(led.exogenous().get(0).values()).containsExactly(2, 4, 6);
    assertThat(led.outcome().values()).containsExactly(5, 4, 8);
    Frame longer =
        Frame.empty()
            .with("y", 1, 2, 4, 3, 5)
            .with("a", 1, 2, 4, 8, 16)
            .with("u", 1, 1, 1, 1, 1)
            .with("t", 1, 2, 3, 4, 5);
    Specification three = Formula.parse("y ~ l(a, 1:3)").specifications().get(0);
    Design design =
        DesignBuilder.build(
            three, longer, new DesignOptions(null, null, List.of(), List.of(), false, "u", "t"));
    assertThat(design.exogenous())
        .extracting(NamedColumn::name)
        .containsExactly("l(a, 1)", "l(a, 2)", "l(a, 3)");
    assertThat(design.exogenous().get(0).values()).containsExactly(4, 8);
    assertThat(design.exogenous().get(2).values()).containsExactly(1, 2);
    assertThatThrownBy(() -> DesignBuilder.build(three, longer, DesignOptions.plain()))
        .hasMessageContaining("which column is the unit and which the time")
        .hasMessageContaining("Add panel(unit, time)");
  }

  @Test
  void shouldLeadByANegativeLagWhereverItStands() {
    assertThat(design("l(y, -1) ~ b").outcome().values()).containsExactly(1, 2, 3);
    assertThat(columns("I(l(a, -1))").values().iterator().next()).containsExactly(2, 4, 6);
    assertThat(columns("log(f(a, -1))").values().iterator().next()).startsWith(Math.log(1));
  }

  /** A gap is not jumped over: without period 2 nothing is one period before period 3. */
  @Test
  void shouldNotJumpOverGaps() {
    Frame gap =
        Frame.empty().with("y", 1, 2, 3).with("a", 1, 2, 4).with("u", 1, 1, 1).with("t", 1, 3, 4);
    Design design =
        DesignBuilder.build(
            Formula.parse("y ~ l(a)").specifications().get(0),
            gap,
            new DesignOptions(null, null, List.of(), List.of(), false, "u", "t"));
    assertThat(design.exogenous().get(0).values()).containsExactly(2);
  }

  @Test
  void shouldCombineEffects() {
    Design design = design("y ~ a | home + region^period");
    assertThat(design.effects()).extracting(Effect::name).containsExactly("home", "region^period");
    assertThat(design.effects()).extracting(Effect::levels).containsExactly(3, 4);
    // Rows come arranged by the effect of most levels.
    int[] codes = new int[6];
    for (int i = 0; i < 6; i++) {
      codes[design.rows()[i]] = design.effects().get(1).codes()[i];
    }
    assertThat(codes[0]).isEqualTo(codes[4]).isNotEqualTo(codes[1]).isNotEqualTo(codes[2]);
    assertThat(codes[1]).isEqualTo(codes[5]).isNotEqualTo(codes[3]);
  }

  @Test
  void shouldLetSlopesVaryByEffect() {
    Effect both = design("y ~ a | home[b]").effects().get(0);
    assertThat(both.intercept()).isTrue();
    assertThat(both.slopes()).hasSize(1);
    assertThat(both.slopes().get(0)).containsExactly(2, 0, 1, 3, 1, 4);
    Effect only = design("y ~ a | region[[b]]").effects().get(0);
    assertThat(only.intercept()).isFalse();
    Fit absorbed = Estimate.ols("y ~ a | region[b]", more()).fit();
    Fit written = Estimate.ols("y ~ a + i(region) + i(region, b)", more()).fit();
    assertThat(absorbed.coefficient("a").estimate())
        .isCloseTo(written.coefficient("a").estimate(), within(1e-10));
  }

  private static Frame more() {
    return Frame.empty()
        .with("y", 5, 1, 4, 2, 8, 3, 6, 9)
        .with("a", 1, 2, 3, 4, 5, 6, 9, 7)
        .with("b", 2, 0, 1, 3, 1, 4, 2, 5)
        .with("region", "n", "n", "s", "s", "n", "n", "s", "s");
  }

  @Test
  void shouldFitEveryModelThatStepwiseRegressorsAndOutcomesStandFor() {
    Frame data = more().with("z", 1, 0, 2, 1, 3, 1, 0, 2);
    List<Fit> fits = Estimate.ols("c(y, log(y)) ~ sw(a, b) + z", data).fitAll();
    assertThat(fits)
        .extracting(Fit::formula)
        .containsExactly("y ~ a + z", "y ~ b + z", "log(y) ~ a + z", "log(y) ~ b + z");
    assertThat(fits.get(3).coefficient("b").estimate())
        .isEqualTo(Estimate.ols("log(y) ~ b + z", data).fit().coefficient("b").estimate());
    assertThat(Estimate.ols("y ~ csw(a, b, z)", data).fitAll())
        .extracting(fit -> fit.coefficients().size())
        .containsExactly(2, 3, 4);
    assertThat(Estimate.ols("y ~ sw0(a)", data).fitAll())
        .extracting(fit -> fit.coefficients().size())
        .containsExactly(1, 2);
    assertThatThrownBy(() -> Estimate.ols("y ~ sw(a, b)", data).fit())
        .hasMessageContaining("it stands for 2 models")
        .hasMessageContaining("call fitAll");
  }
}
