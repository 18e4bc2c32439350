package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
  private static final double NORMAL = Double.POSITIVE_INFINITY;
  private static final List<Coefficient> PATH =
      List.of(
          Coefficient.of("event -3", -0.2, 0.1, NORMAL, 0.95),
          Coefficient.of("event -2", 0.1, 0.3, NORMAL, 0.95));

  @Test
  void shouldRuleOutWhatBothOneSidedTestsReject() {
    Equivalence bound = Equivalence.of(PATH, NORMAL, 0.05);
    assertThat(bound.bound()).isCloseTo(0.1 + 1.6448536269514722 * 0.3, within(1e-12));
    assertThat(bound.binding()).isEqualTo("event -2");
    assertThat(bound)
        .hasToString("rules out changes of 0.5935 or more at the 0.0500 level (set by event -2)");
    assertThat(Equivalence.pValue(PATH, NORMAL, bound.bound())).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void shouldNotRuleOutTheEstimateItself() {
    assertThat(Equivalence.pValue(PATH.subList(0, 1), NORMAL, 0.2)).isCloseTo(0.5, within(1e-12));
    assertThat(Equivalence.pValue(PATH.subList(0, 1), NORMAL, 0.1))
        .isCloseTo(0.8413447460685429, within(1e-9));
    assertThatThrownBy(() -> Equivalence.of(List.of(), NORMAL, 0.05)).isInstanceOf(UserError.class);
  }

  /** An effect of -0.9 whose variance came out negative, and the reference, nought by rule. */
  @Test
  void shouldRuleNothingOutWhereACoefficientHasNoStandardError() {
    Coefficient unknown = Coefficient.of("event -4", -0.9, Double.NaN, NORMAL, 0.95);
    Coefficient reference = Coefficient.of("event -1", 0, Double.NaN, NORMAL, 0.95);
    List<Coefficient> all = List.of(unknown, PATH.get(0), PATH.get(1), reference);
    Equivalence bound = Equivalence.ofPretrends(path(all, -4, -3, -2, -1), 0.05);
    assertThat(bound.bound()).isNaN();
    assertThat(bound).hasToString("not computable: event -4 has no standard error");
    assertThat(Equivalence.of(List.of(PATH.get(1), unknown, PATH.get(0)), NORMAL, 0.05).bound())
        .isNaN();
    assertThat(Equivalence.pValue(List.of(unknown, PATH.get(0)), NORMAL, 1)).isNaN();
    List<Coefficient> known = List.of(PATH.get(0), PATH.get(1), reference);
    assertThat(Equivalence.ofPretrends(path(known, -3, -2, -1), 0.05))
        .isEqualTo(Equivalence.of(PATH, NORMAL, 0.05));
  }

  private static EventPath path(List<Coefficient> effects, double... times) {
    double[][] variance = new double[times.length][times.length];
    return new EventPath(
        "any", times, effects, variance, null, NORMAL, 0.95, Double.NaN, List.of());
  }

  @Test
  void shouldBoundPretrendsOfAPath() {
    EventPath path =
        TwoWayEventStudy.fit(
            StaggeredWorld.design(
                StaggeredWorld.of(30, 6, new double[] {4, 0}, (c, e) -> 1, 1, 1)));
    Equivalence bound = Equivalence.ofPretrends(path, 0.05);
    assertThat(bound).isEqualTo(Equivalence.of(path.effects().subList(0, 2), path.degrees(), 0.05));
  }
}
