package careworkforce.pipelines.gold.careers.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.pipelines.gold.careers.gaps.EqualMoveRates.Flow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ten women and ten men in support. One woman becomes a nurse, and three men; each gains 0.3 log
 * points, where stayers gain 0.1. At equal rates two of each would.
 */
class EqualMoveRatesTest {
  private static final int SUPPORT = 0;
  private static final int NURSES = 1;

  private static List<Flow> flows(int trust) {
    return List.of(
        new Flow(trust, true, SUPPORT, SUPPORT, 9, 0.9),
        new Flow(trust, true, SUPPORT, NURSES, 1, 0.3),
        new Flow(trust, false, SUPPORT, SUPPORT, 7, 0.7),
        new Flow(trust, false, SUPPORT, NURSES, 3, 0.9));
  }

  private static EqualMoveRates twoTrustsAlike() {
    return new EqualMoveRates(
        java.util.stream.Stream.of(flows(0), flows(1)).flatMap(List::stream).toList(), 2, 2);
  }

  @Test
  void shouldGiveTheGapThatEqualRatesWouldAdd() {
    // Women move more by a tenth, men less, each move worth 0.3 - 0.1.
    assertThat(twoTrustsAlike().gap().whole().estimate())
        .isCloseTo(0.2 * 0.1 - -0.2 * 0.1, within(1e-12));
  }

  @Test
  void shouldGiveTheShareOfTheFirstGroupInEachOccupation() {
    assertThat(twoTrustsAlike().share(NURSES).whole().estimate())
        .isCloseTo(2 / 4.0 - 1 / 4.0, within(1e-12));
    assertThat(twoTrustsAlike().share(SUPPORT).whole().estimate())
        .isCloseTo(0.5 - 9 / 16.0, within(1e-12));
  }

  @Test
  void shouldHaveNoErrorWhereTrustsAreAlikeAndThatOfTheJackknifeWhereNot() {
    assertThat(twoTrustsAlike().gap().whole().standardError()).isCloseTo(0, within(1e-12));
    List<Flow> other =
        List.of(
            new Flow(1, true, SUPPORT, SUPPORT, 10, 1.0),
            new Flow(1, false, SUPPORT, SUPPORT, 10, 1.0));
    EqualMoveRates differing =
        new EqualMoveRates(
            java.util.stream.Stream.of(flows(0), other).flatMap(List::stream).toList(), 2, 2);
    // Both: 1 of 20 and 3 of 20, so 0.05 each way; without the first 0, without the second 0.04.
    double whole = 2 * 0.05 * 0.2;
    double squares = whole * whole + (0.04 - whole) * (0.04 - whole);
    assertThat(differing.gap().whole().estimate()).isCloseTo(whole, within(1e-12));
    assertThat(differing.gap().whole().standardError())
        .isCloseTo(Math.sqrt(squares / 2), within(1e-12));
  }

  /** Whose signs as they are draw the sample's own t. */
  @Test
  void shouldHaveScoresThatSumToNoughtAndTheirSquaresToTheVariance() {
    List<Flow> other =
        List.of(
            new Flow(1, true, SUPPORT, SUPPORT, 10, 1.0),
            new Flow(1, false, SUPPORT, SUPPORT, 10, 1.0));
    List<Flow> third =
        List.of(
            new Flow(2, true, SUPPORT, SUPPORT, 3, 0.6),
            new Flow(2, true, SUPPORT, NURSES, 1, 0.2),
            new Flow(2, false, SUPPORT, SUPPORT, 2, 0.1),
            new Flow(2, false, SUPPORT, NURSES, 4, 1.6));
    EqualMoveRates.Jackknife gap =
        new EqualMoveRates(
                java.util.stream.Stream.of(flows(0), other, third).flatMap(List::stream).toList(),
                3,
                2)
            .gap();
    double[] scores = gap.scores().influences();
    double squares = Arrays.stream(scores).map(s -> s * s).sum();
    assertThat(Arrays.stream(scores).sum()).isCloseTo(0, within(1e-12));
    assertThat(gap.whole().standardError())
        .isPositive()
        .isCloseTo(Math.sqrt(squares * 3 / 2), within(1e-12));
  }
}
