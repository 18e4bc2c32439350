package careworkforce.common.estimate.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often intervals at 95 per cent hold the parts of a planted gap. */
@Tag("slow")
class OaxacaCoverageTest {
  @Test
  void shouldCoverExplainedAndUnexplainedParts() {
    // x has mean 2 in group 0, 1 in group 1; y = 1 + 1.5 x and 0.5 + x.
    int explained = 0;
    int unexplained = 0;
    int pooled = 0;
    int draws = 500;
    for (int draw = 0; draw < draws; draw++) {
      Frame data = world(new Random(draw));
      OaxacaBlinder split = OaxacaBlinder.of("y ~ x", data, "g");
      Decomposition two = split.twofold(new Reference.Share(1));
      explained += holds(two.part("explained").total(), 1.5) ? 1 : 0;
      unexplained += holds(two.part("unexplained B").total(), 0.5 + 0.5) ? 1 : 0;
      // With equal spread within groups of equal size the pooled slope is 1.25.
      Decomposition with = split.twofold(new Reference.PooledWithGroup());
      pooled += holds(with.part("explained").total(), 1.25) ? 1 : 0;
    }
    assertThat(explained / (double) draws).isBetween(0.92, 0.98);
    assertThat(unexplained / (double) draws).isBetween(0.92, 0.98);
    assertThat(pooled / (double) draws).isBetween(0.92, 0.98);
  }

  private static boolean holds(Coefficient c, double truth) {
    return c.ciLow() <= truth && truth <= c.ciHigh();
  }

  private static Frame world(Random random) {
    int n = 200;
    double[] g = new double[n];
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      g[i] = i % 2;
      x[i] = 2 - g[i] + random.nextGaussian();
      y[i] = 1 - 0.5 * g[i] + (1.5 - 0.5 * g[i]) * x[i] + random.nextGaussian();
    }
    return Frame.empty().with("g", g).with("x", x).with("y", y);
  }
}
