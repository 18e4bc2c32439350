package careworkforce.common.estimate.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {
  /** Remission under 6-MP (Freireich and others 1963), the textbook's example. */
  private static final double[] WEEKS = {
    6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
  };

  private static final boolean[] RELAPSED = {
    true, true, true, false, true, false, true, false, false, true, true, false, false, false, true,
    true, false, false, false, false, false
  };

  @Test
  void shouldGiveTheTextbooksCurveForRemissions() {
    KaplanMeier curve = KaplanMeier.of(null, WEEKS, RELAPSED, 0.95);
    assertThat(curve.times()).containsExactly(6, 7, 10, 13, 16, 22, 23);
    assertThat(curve.atRisk()).containsExactly(21, 17, 15, 12, 11, 7, 6);
    double[] survival = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
    double[] errors = {0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
    assertThat(curve.survival()).containsExactly(survival, within(5.1e-5));
    assertThat(curve.standardErrors()).containsExactly(errors, within(5.1e-5));
    assertThat(curve.quantile(0.5)).isEqualTo(23);
    assertThat(curve.quantile(0.4)).isInfinite();
    assertThat(curve.at(5)).isEqualTo(1);
    assertThat(curve.at(12)).isEqualTo(curve.survival()[2]);
    assertThat(curve.low()[0]).isCloseTo(0.6197, within(1e-3));
    assertThat(curve.high()[0]).isCloseTo(0.9516, within(1e-3));
  }

  @Test
  void shouldBeTheShareLeftWithoutCensoring() {
    KaplanMeier curve =
        KaplanMeier.of(
            null, new double[] {1, 2, 2, 4}, new boolean[] {true, true, true, true}, 0.95);
    assertThat(curve.survival()).containsExactly(0.75, 0.25, 0);
    assertThat(curve.standardErrors()[1]).isCloseTo(Math.sqrt(0.25 * 0.75 / 4), within(1e-12));
    assertThat(curve.standardErrors()[2]).isNaN();
    assertThat(curve.low()[2]).isNaN();
    assertThat(curve.high()[2]).isNaN();
    assertThat(curve.restrictedMean(4)).isCloseTo((1 + 2 + 2 + 4) / 4.0, within(1e-12));
    assertThat(curve.restrictedMean(3)).isCloseTo((1 + 2 + 2 + 3) / 4.0, within(1e-12));
  }

  @Test
  void shouldCountLateEntrantsOnlyOnceTheyAreSeen() {
    KaplanMeier curve =
        KaplanMeier.of(
            new double[] {0, 2, 0},
            new double[] {1, 3, 4},
            new boolean[] {true, true, false},
            0.95);
    assertThat(curve.atRisk()).containsExactly(2, 2);
    assertThat(curve.survival()).containsExactly(0.5, 0.25);
    assertThatThrownBy(
            () ->
                KaplanMeier.of(
                    new double[] {0, 2}, new double[] {1, 2}, new boolean[] {true, true}, 0.95))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("spell 2");
    assertThatThrownBy(() -> KaplanMeier.of(null, new double[] {1}, new boolean[] {false}, 0.95))
        .isInstanceOf(UserError.class);
  }

  @Test
  void shouldReduceToKaplanMeierWithOneWayOut() {
    List<Sojourn> stays = new ArrayList<>();
    for (int i = 0; i < WEEKS.length; i++) {
      stays.add(new Sojourn(0, WEEKS[i], 0, RELAPSED[i] ? 1 : Sojourn.CENSORED));
    }
    AalenJohansen curve = AalenJohansen.of(stays, 2, 0);
    KaplanMeier reference = KaplanMeier.of(null, WEEKS, RELAPSED, 0.95);
    for (int k = 0; k < curve.times().length; k++) {
      assertThat(curve.probability()[k][0]).isCloseTo(reference.survival()[k], within(1e-14));
      assertThat(curve.probability()[k][1]).isCloseTo(1 - reference.survival()[k], within(1e-14));
      assertThat(curve.standardErrors()[k][1])
          .isCloseTo(reference.standardErrors()[k], within(1e-14));
    }
  }

  @Test
  void shouldSplitCompetingRisksByHand() {
    // Five units: left for 1 at 1, for 2 at 2, censored at 2.5, for 1 at 3, censored at 4.
    List<Sojourn> stays =
        List.of(
            new Sojourn(0, 1, 0, 1),
            new Sojourn(0, 2, 0, 2),
            new Sojourn(0, 2.5, 0, Sojourn.CENSORED),
            new Sojourn(0, 3, 0, 1),
            new Sojourn(0, 4, 0, Sojourn.CENSORED));
    AalenJohansen curve = AalenJohansen.of(stays, 3, 0);
    assertThat(curve.at(3, 1, 0)).isCloseTo(0.2 + 0.6 / 2, within(1e-14));
    assertThat(curve.at(3, 2, 0)).isCloseTo(0.8 / 4, within(1e-14));
    assertThat(curve.at(0.5, 0, 0)).isEqualTo(1);
  }

  @Test
  void shouldBeTheSharesInEachStateWithoutCensoring() {
    // Everyone followed to the end through states that can be returned to.
    Random random = new Random(2);
    int units = 60;
    List<Sojourn> stays = new ArrayList<>();
    int[] at5 = new int[3];
    for (int u = 0; u < units; u++) {
      int state = 0;
      double time = 0;
      int seen = 0;
      while (time < 10) {
        double next = time + 0.01 - 3 * Math.log(random.nextDouble());
        int to = (state + 1 + random.nextInt(2)) % 3;
        seen = time <= 5 ? state : seen;
        stays.add(new Sojourn(time, Math.min(next, 10), state, next < 10 ? to : -1));
        time = next;
        state = to;
      }
      at5[seen]++;
    }
    AalenJohansen curve = AalenJohansen.of(stays, 3, 0);
    for (int s = 0; s < 3; s++) {
      double share = (double) at5[s] / units;
      assertThat(curve.at(5, s, 0)).isCloseTo(share, within(1e-12));
    }
    assertThatThrownBy(() -> AalenJohansen.of(List.of(new Sojourn(1, 1, 0, 1)), 2, 0))
        .isInstanceOf(UserError.class);
  }

  @Test
  void shouldFindTransitionProbabilitiesAndTheirErrorsByHand() {
    TransitionMatrix matrix =
        new TransitionMatrix(List.of("in", "out"), new double[][] {{80, 20}, {30, 70}});
    var stay = matrix.probability(0, 0, 0.95);
    assertThat(stay.estimate()).isCloseTo(0.8, within(1e-15));
    assertThat(stay.standardError()).isCloseTo(Math.sqrt(0.16 / 100), within(1e-12));
    double width = 1.959963984540054 * 0.04 / 0.16;
    assertThat(stay.ciHigh()).isCloseTo(1 / (1 + Math.exp(-Math.log(4) - width)), within(1e-9));
    // Two steps: p11^2 + p12 p21, by p11: 2 p11 - p21, by p21: 1 - p11.
    var two = matrix.after(2, 0, 0, 0.95);
    assertThat(two.estimate()).isCloseTo(0.64 + 0.06, within(1e-15));
    assertThat(two.standardError())
        .isCloseTo(
            Math.sqrt(Math.pow(1.6 - 0.3, 2) * 0.16 / 100 + 0.04 * 0.21 / 100), within(1e-12));
    // Long run: p21 / (p12 + p21).
    var share = matrix.stationary(0, 0.95);
    assertThat(share.estimate()).isCloseTo(0.6, within(1e-12));
    double byOut = 0.3 / 0.25;
    double byIn = 0.2 / 0.25;
    assertThat(share.standardError())
        .isCloseTo(Math.sqrt(byOut * byOut * 0.16 / 100 + byIn * byIn * 0.21 / 100), within(1e-7));
    assertThatThrownBy(() -> matrix.after(0, 0, 0, 0.95)).isInstanceOf(UserError.class);
  }

  /** Ten stays of ten: the exact interval would be 0.69 to 1. */
  @Test
  void shouldNotBeCertainOfWhatWasSeenTenTimes() {
    TransitionMatrix matrix =
        new TransitionMatrix(List.of("in", "out"), new double[][] {{10, 0}, {3, 7}});
    for (int to = 0; to < 2; to++) {
      var probability = matrix.probability(0, to, 0.95);
      assertThat(probability.estimate()).isEqualTo(1 - to);
      assertThat(probability.standardError()).isNaN();
      assertThat(probability.ciLow()).isNaN();
      assertThat(probability.ciHigh()).isNaN();
    }
  }

  /** Two pairs that never meet, and two states that are never left. */
  @Test
  void shouldHaveNoLongRunThatDependsOnTheStart() {
    double[][] pairs = {{6, 4, 0, 0}, {3, 7, 0, 0}, {0, 0, 8, 2}, {0, 0, 5, 5}};
    double[][] ends = {{5, 3, 2}, {0, 4, 0}, {0, 0, 7}};
    for (double[][] counts : List.of(pairs, ends)) {
      List<String> names = List.of("a", "b", "c", "d").subList(0, counts.length);
      TransitionMatrix matrix = new TransitionMatrix(names, counts);
      assertThatThrownBy(() -> matrix.stationary(0, 0.95))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("it depends on where it starts");
    }
    // With one state that is never left, that is the long run.
    TransitionMatrix one = new TransitionMatrix(List.of("a", "b"), new double[][] {{5, 3}, {0, 4}});
    assertThat(one.stationary(1, 0.95).estimate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void shouldHaveNoTimeInStatesThatAreLeftForGood() {
    double[][] end = {{5, 3, 2}, {1, 4, 3}, {0, 0, 7}};
    TransitionMatrix one = new TransitionMatrix(List.of("a", "b", "c"), end);
    for (int state = 0; state < 3; state++) {
      var share = one.stationary(state, 0.95);
      assertThat(share.estimate()).isEqualTo(state == 2 ? 1 : 0);
      assertThat(share.standardError()).isNaN();
      assertThat(share.ciHigh()).isNaN();
    }
    // Of two states that last, as much as if there were no others.
    double[][] pair = {{5, 3, 2}, {0, 6, 4}, {0, 3, 7}};
    double[][] alone = {{6, 4}, {3, 7}};
    var among = new TransitionMatrix(List.of("a", "b", "c"), pair).stationary(1, 0.95);
    var share = new TransitionMatrix(List.of("b", "c"), alone).stationary(0, 0.95);
    assertThat(among.estimate()).isEqualTo(share.estimate());
    assertThat(among.standardError()).isEqualTo(share.standardError());
  }
}
