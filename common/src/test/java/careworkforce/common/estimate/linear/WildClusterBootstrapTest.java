package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.WildBootstrap;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WildClusterBootstrapTest {
  @Test
  @Tag("validation")
  void shouldCountEverySignVectorAsOthersDo() {
    ValidationCase validation = ValidationCase.open("18");
    Frame collapsed = CsvFrames.read(validation.file("data.csv"));
    String formula = "hasinsurance ~ selfemployed + post + post_self";
    agree(
        validation.model("collapsed_post_self_eq_0.04"),
        test(formula, collapsed, "year", "post_self", 0.04));
    agree(
        validation.model("collapsed_post_self_eq_0"),
        test(formula, collapsed, "year", "post_self", 0));
    Frame grunfeld = CsvFrames.read(validation.file("grunfeld.csv"));
    WildBootstrap value = test("inv ~ value + capital", grunfeld, "firm", "value", 0);
    agree(validation.model("grunfeld_value_eq_0"), value);
    agree(
        validation.model("grunfeld_capital_eq_0.2"),
        test("inv ~ value + capital", grunfeld, "firm", "capital", 0.2));
    double[] ci =
        ValidationCase.numbers(validation.expected().at("/fwildclusterboot/grunfeld_value/ci"));
    JsonNode theirs = validation.expected().get("fwildclusterboot");
    assertThat(value.pValue()).isEqualTo(theirs.at("/grunfeld_value/p").asDouble());
    assertClose("t", value.statistic(), theirs.at("/grunfeld_value/t").asDouble(), 1e-8);
    WildBootstrap capital = test("inv ~ value + capital", grunfeld, "firm", "capital", 0.2);
    assertThat(capital.pValue()).isEqualTo(theirs.at("/grunfeld_capital_r.2/p").asDouble());
    assertClose("t", capital.statistic(), theirs.at("/grunfeld_capital_r.2/t").asDouble(), 1e-8);
    WildBootstrap self = test(formula, collapsed, "year", "post_self", 0.04);
    assertThat(self.pValue()).isEqualTo(theirs.at("/collapsed_r.04/p").asDouble());
    assertClose("t", self.statistic(), theirs.at("/collapsed_r.04/t").asDouble(), 1e-8);
    JsonNode published = validation.expected().get("published");
    assertThat(self.statistic())
        .isCloseTo(
            published.at("/values/t").asDouble(), within(published.get("tolerance").asDouble()));
    assertThat(value.ciLow()).isCloseTo(ci[0], within(1e-4));
    assertThat(value.ciHigh()).isCloseTo(ci[1], within(1e-4));
  }

  @Test
  @Tag("validation")
  void shouldComeNearThePublishedWebbShare() {
    ValidationCase validation = ValidationCase.open("18");
    Frame collapsed = CsvFrames.read(validation.file("data.csv"));
    double published = validation.expected().at("/published/values/webb_p_9999999").asDouble();
    WildBootstrap webb =
        Estimate.ols("hasinsurance ~ selfemployed + post + post_self", collapsed)
            .cluster("year")
            .wildBootstrap(99_999, 4)
            .bootstrapWeights("webb")
            .bootstrapNull(0.04)
            .fit()
            .bootstraps()
            .get(2);
    assertThat(webb.exhaustive()).isFalse();
    // Four standard errors of a share of 99,999 draws.
    assertThat(webb.pValue()).as("by 9,999,999 draws").isCloseTo(published, within(0.0034));
  }

  @Test
  void shouldNotMindWhetherEffectsAreAbsorbedOrWrittenOut() {
    Frame data = panel();
    WildBootstrap absorbed =
        bootstrap(Estimate.ols("y ~ x | unit + time", data).cluster("group"), "x");
    WildBootstrap written =
        bootstrap(Estimate.ols("y ~ x + i(unit) + i(time)", data).cluster("group"), "x");
    assertThat(absorbed.exhaustive()).isTrue();
    assertThat(absorbed.draws()).isEqualTo(64);
    assertThat(absorbed.pValue()).isEqualTo(written.pValue());
  }

  /**
   * All 32 sign vectors of five clusters by refitting: residuals under the null turned by cluster,
   * the outcome made anew, and the whole regression with its clustered variance run on it.
   */
  @Test
  void shouldRefitUnderEverySignVector() {
    Random random = new Random(9);
    int rows = 50;
    double[] x = new double[rows];
    double[] w = new double[rows];
    double[] y = new double[rows];
    double[] g = new double[rows];
    for (int i = 0; i < rows; i++) {
      g[i] = i % 5;
      x[i] = random.nextGaussian() + g[i];
      w[i] = random.nextGaussian();
      y[i] = 0.25 * x[i] + w[i] + random.nextGaussian() + 0.5 * g[i];
    }
    Frame data = Frame.empty().with("y", y).with("x", x).with("w", w).with("g", g);
    var plain = Estimate.ols("y ~ x + w", data).cluster("g").fit();
    var null0 = Estimate.ols("y ~ w", data).fit();
    double t = Math.abs(plain.coefficient("x").statistic());
    int beyond = 0;
    double[] drawn = new double[32];
    for (int signs = 0; signs < 32; signs++) {
      double[] outcome = new double[rows];
      for (int i = 0; i < rows; i++) {
        double fitted =
            null0.coefficient("(Intercept)").estimate() + null0.coefficient("w").estimate() * w[i];
        outcome[i] = fitted + ((signs >> (int) g[i] & 1) == 1 ? 1 : -1) * (y[i] - fitted);
      }
      drawn[signs] =
          Math.abs(
              Estimate.ols("y ~ x + w", data.with("y", outcome))
                  .cluster("g")
                  .fit()
                  .coefficient("x")
                  .statistic());
      beyond += drawn[signs] > t * (1 + 1e-9) ? 1 : 0;
    }
    WildBootstrap test = bootstrap(Estimate.ols("y ~ x + w", data).cluster("g"), "x");
    assertThat(test.exhaustive()).isTrue();
    assertThat(test.pValue()).isEqualTo(beyond / 32.0);
    double[] ours = test.drawn().clone();
    Arrays.sort(ours);
    Arrays.sort(drawn);
    for (int k = 0; k < 32; k++) {
      assertClose("draw " + k, ours[k], drawn[k], 1e-9);
    }
  }

  @Test
  void shouldAskForOneClustering() {
    assertThatThrownBy(() -> Estimate.ols("y ~ x", panel()).hetero().wildBootstrap(99, 1).fit())
        .hasMessageContaining("HC1")
        .hasMessageContaining("clustered by one column");
  }

  private static Frame panel() {
    Random random = new Random(5);
    int rows = 96;
    double[] y = new double[rows];
    double[] x = new double[rows];
    double[] unit = new double[rows];
    double[] time = new double[rows];
    double[] group = new double[rows];
    for (int i = 0; i < rows; i++) {
      unit[i] = i / 8;
      time[i] = i % 8;
      group[i] = i / 16;
      x[i] = random.nextGaussian() + unit[i];
      y[i] = 0.3 * x[i] + unit[i] + time[i] + random.nextGaussian();
    }
    return Frame.empty()
        .with("y", y)
        .with("x", x)
        .with("unit", unit)
        .with("time", time)
        .with("group", group);
  }

  @Test
  void shouldTestTheNamedSlopesAloneAndEachAsIfAllWereTested() {
    double[] x = panel().numbers("x");
    double[] square = java.util.Arrays.stream(x).map(v -> v * v).toArray();
    Frame data = panel().with("square", square);
    Fit all = Estimate.ols("y ~ x + square", data).cluster("group").wildBootstrap(64, 1).fit();
    Fit one =
        Estimate.ols("y ~ x + square", data)
            .cluster("group")
            .wildBootstrap(64, 1)
            .bootstrapOnly("square")
            .fit();
    assertThat(all.bootstraps()).hasSize(2);
    assertThat(one.bootstraps())
        .usingRecursiveComparison()
        .isEqualTo(List.of(all.bootstraps().get(1)));
  }

  private static WildBootstrap bootstrap(Estimate estimate, String name) {
    return estimate.wildBootstrap(64, 1).fit().bootstraps().stream()
        .filter(b -> b.coefficient().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static WildBootstrap test(
      String formula, Frame data, String cluster, String name, double value) {
    return Estimate.ols(formula, data)
        .cluster(cluster)
        .wildBootstrap(2000, 1)
        .bootstrapNull(value)
        .fit()
        .bootstraps()
        .stream()
        .filter(b -> b.coefficient().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void agree(JsonNode model, WildBootstrap test) {
    String id = model.get("id").asText();
    assertThat(test.draws()).as(id).isEqualTo(model.get("n_draws").asInt());
    assertClose(id + " t", test.statistic(), model.get("t").asDouble(), 1e-8);
    assertThat(test.pValue()).as(id).isEqualTo(model.get("WCR_p_two_tailed_strict").asDouble());
    assertThat(test.pValueTies()).as(id).isEqualTo(model.get("WCR_p_two_tailed_geq").asDouble());
    double[] sorted = test.drawn().clone();
    Arrays.sort(sorted);
    double[] wanted = ValidationCase.numbers(model.get("quantiles_abs_t"));
    double[] shares = {0.5, 0.9, 0.95, 0.99};
    for (int q = 0; q < shares.length; q++) {
      assertClose(id + " quantile " + shares[q], quantile(sorted, shares[q]), wanted[q], 1e-8);
    }
  }

  /** R's default: between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
  }
}
