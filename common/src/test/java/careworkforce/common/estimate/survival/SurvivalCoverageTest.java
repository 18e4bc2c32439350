package careworkforce.common.estimate.survival;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often intervals at 95 per cent hold the truth; seeded, so the same each run. */
@Tag("slow")
class SurvivalCoverageTest {
  private static final int DRAWS = 500;

  @Test
  void shouldCoverExponentialSurvivalUnderCensoring() {
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Random random = new Random(draw);
      double[] ends = new double[150];
      boolean[] happened = new boolean[150];
      for (int i = 0; i < ends.length; i++) {
        double event = -Math.log(1 - random.nextDouble());
        double censored = -2 * Math.log(1 - random.nextDouble());
        ends[i] = Math.min(event, censored);
        happened[i] = event <= censored;
      }
      KaplanMeier curve = KaplanMeier.of(null, ends, happened, 0.95);
      int k = 0;
      while (curve.times()[k + 1] <= 0.7) {
        k++;
      }
      held += curve.low()[k] <= Math.exp(-0.7) && Math.exp(-0.7) <= curve.high()[k] ? 1 : 0;
    }
    assertThat(held / (double) DRAWS).isBetween(0.92, 0.98);
  }

  @Test
  void shouldCoverCumulativeIncidence() {
    // Hazards 1 and 0.5: incidence of the first by t is (2/3)(1 - e^(-1.5 t)).
    double truth = 2 / 3.0 * (1 - Math.exp(-0.75));
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Random random = new Random(draw);
      List<Sojourn> stays = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        double event = -Math.log(1 - random.nextDouble()) / 1.5;
        double censored = -2 * Math.log(1 - random.nextDouble());
        int cause = random.nextInt(3) < 2 ? 1 : 2;
        stays.add(
            new Sojourn(
                0, Math.min(event, censored), 0, event <= censored ? cause : Sojourn.CENSORED));
      }
      AalenJohansen curve = AalenJohansen.of(stays, 3, 0);
      int k = 0;
      while (curve.times()[k + 1] <= 0.5) {
        k++;
      }
      double off = Math.abs(curve.probability()[k][1] - truth);
      held += off <= 1.96 * curve.standardErrors()[k][1] ? 1 : 0;
    }
    assertThat(held / (double) DRAWS).isBetween(0.92, 0.98);
  }

  @Test
  void shouldCoverIntensitiesAndTransitionsOfAPanel() {
    int intensity = 0;
    int transition = 0;
    int draws = 200;
    double there = 0.4 / 0.6 * (1 - Math.exp(-0.6));
    for (int draw = 0; draw < draws; draw++) {
      Frame panel = panel(new Random(draw));
      Coefficient q =
          MarkovIntensities.of(panel, "id", "time", "state", new int[][] {{0, 1}, {1, 0}})
              .fit()
              .intensity(0, 1);
      intensity += q.ciLow() <= 0.4 && 0.4 <= q.ciHigh() ? 1 : 0;
      Coefficient p = TransitionMatrix.of(panel, "id", "time", "state").probability(0, 1, 0.95);
      transition += p.ciLow() <= there && there <= p.ciHigh() ? 1 : 0;
    }
    assertThat(intensity / (double) draws).isBetween(0.91, 0.985);
    assertThat(transition / (double) draws).isBetween(0.91, 0.985);
  }

  /** 80 units seen at times 0 to 5, leaving state 0 at rate 0.4 and state 1 at rate 0.2. */
  private static Frame panel(Random random) {
    double[] id = new double[480];
    double[] time = new double[480];
    double[] state = new double[480];
    for (int u = 0, i = 0; u < 80; u++) {
      int now = 0;
      for (int t = 0; t <= 5; t++, i++) {
        id[i] = u;
        time[i] = t;
        state[i] = now;
        double clock = 0;
        while (true) {
          clock -= Math.log(1 - random.nextDouble()) / (now == 0 ? 0.4 : 0.2);
          if (clock > 1) {
            break;
          }
          now = 1 - now;
        }
      }
    }
    return Frame.empty().with("id", id).with("time", time).with("state", state);
  }
}
