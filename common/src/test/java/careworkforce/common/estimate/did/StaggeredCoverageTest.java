package careworkforce.common.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often intervals at 95 per cent hold the planted effect; seeded, so the same each run. */
@Tag("slow")
class StaggeredCoverageTest {
  private static final int DRAWS = 400;
  private static final int UNITS = 120;

  private static Frame world(long seed) {
    return StaggeredWorld.of(
        UNITS, 7, new double[] {4, 6, 0, 0}, (cohort, event) -> cohort / 4 + event, 1, seed);
  }

  @Test
  void shouldCoverThePlantedEffectAtEventTimeZero() {
    Map<String, Function<StaggeredDesign, EventPath>> estimators = new LinkedHashMap<>();
    estimators.put("Sun-Abraham", d -> SunAbraham.fit(d).byEventTime());
    estimators.put("Imputation", d -> Imputation.fit(d).byEventTime());
    estimators.put("Callaway-Sant'Anna", d -> CallawaySantAnna.of(d).fit().byEventTime());
    estimators.put(
        "Stacked", d -> StackedEventStudy.fit(d, 3, 1, StackedEventStudy.Weights.CORRECTIVE));
    Map<String, Integer> held = new LinkedHashMap<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      StaggeredDesign design = StaggeredWorld.design(world(draw)).withControls("x");
      estimators.forEach(
          (name, estimator) -> {
            Coefficient c = estimator.apply(design).at(0);
            held.merge(name, c.ciLow() <= 1.25 && 1.25 <= c.ciHigh() ? 1 : 0, Integer::sum);
          });
    }
    assertThat(held)
        .allSatisfy(
            (name, count) -> assertThat(count / (double) DRAWS).as(name).isBetween(0.91, 0.985));
  }

  @Test
  void shouldHoldTheWholePathInTheSimultaneousBand() {
    int whole = 0;
    int pointwise = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      EventPath path =
          CallawaySantAnna.of(StaggeredWorld.design(world(draw)).withControls("x"))
              .fit()
              .bootstrap(499, draw)
              .byEventTime();
      whole += holds(path, path.band()) ? 1 : 0;
      pointwise += holds(path, path.effects()) ? 1 : 0;
    }
    assertThat(whole / (double) DRAWS).isBetween(0.9, 0.985);
    assertThat(pointwise / (double) DRAWS).isLessThan(0.85);
  }

  private static boolean holds(EventPath path, List<Coefficient> band) {
    boolean all = true;
    for (int k = 0; k < path.times().length; k++) {
      double time = path.times()[k];
      double truth = time < 0 ? 0 : time <= 1 ? 1.25 + time : 1 + time;
      all &= band.get(k).ciLow() <= truth && truth <= band.get(k).ciHigh();
    }
    return all;
  }

  @Test
  void shouldHoldTheEffectWhenTrendsDifferAsAllowed() {
    // Treated units drift apart by 0.1 a period throughout: slopes do not change.
    int smooth = 0;
    int relative = 0;
    int naive = 0;
    int draws = 150;
    for (int draw = 0; draw < draws; draw++) {
      Frame data = StaggeredWorld.of(UNITS, 6, new double[] {5, 0}, (c, e) -> 1, 0.3, draw);
      double[] y = data.numbers("y").clone();
      for (int i = 0; i < y.length; i++) {
        y[i] += data.numbers("cohort")[i] > 0 ? 0.3 * data.numbers("period")[i] : 0;
      }
      EventPath path =
          TwoWayEventStudy.fit(StaggeredWorld.design(data.with("y", y)).withControls("x"));
      double[] first = {1, 0};
      HonestSet line = SmoothTrends.of(path, first, 0.05).interval(0);
      HonestSet same = RelativeMagnitudes.of(path, first, 0.05, 1).interval(1);
      smooth += line.low() <= 1 && 1 <= line.high() ? 1 : 0;
      relative += same.low() <= 1 && 1 <= same.high() ? 1 : 0;
      naive += path.at(0).ciLow() <= 1 && 1 <= path.at(0).ciHigh() ? 1 : 0;
    }
    assertThat(smooth / (double) draws).isBetween(0.9, 0.99);
    assertThat(relative / (double) draws).isGreaterThan(0.93);
    assertThat(naive / (double) draws).isLessThan(0.2);
  }
}
