package careworkforce.common.estimate.multiple;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often any of five true hypotheses is rejected at 5 per cent. */
@Tag("slow")
class RomanoWolfErrorRateTest {
  @Test
  void shouldRejectAnyTrueHypothesisAboutOneTimeInTwenty() {
    int any = 0;
    int unadjusted = 0;
    int draws = 300;
    for (int draw = 0; draw < draws; draw++) {
      Random random = new Random(draw);
      int n = 240;
      double[] x = new double[n];
      double[] area = new double[n];
      double[][] y = new double[5][n];
      double common = 0;
      for (int i = 0; i < n; i++) {
        common = i % 8 == 0 ? random.nextGaussian() : common;
        area[i] = i / 8;
        x[i] = random.nextGaussian();
        for (double[] one : y) {
          one[i] = random.nextGaussian() + common;
        }
      }
      Frame data = Frame.empty().with("x", x).with("area", area);
      for (int k = 0; k < 5; k++) {
        data = data.with("y" + k, y[k]);
      }
      var tests =
          RomanoWolf.of(
              Estimate.ols("c(y0, y1, y2, y3, y4) ~ x", data)
                  .cluster("area")
                  .wildBootstrap(199, draw)
                  .fitAll(),
              "x");
      any += tests.stream().anyMatch(t -> t.adjusted() <= 0.05) ? 1 : 0;
      unadjusted += tests.stream().anyMatch(t -> t.pValue() <= 0.05) ? 1 : 0;
    }
    assertThat(any / (double) draws).isBetween(0.015, 0.085);
    assertThat(unadjusted / (double) draws).isGreaterThan(0.12);
  }
}
