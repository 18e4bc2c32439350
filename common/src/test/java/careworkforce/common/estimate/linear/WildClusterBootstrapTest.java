package careworkforce.common.estimate.linear;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.WildBootstrap;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WildClusterBootstrapTest {
  @Test
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
    assertThat(value.ciLow()).isCloseTo(ci[0], within(1e-4));
    assertThat(value.ciHigh()).isCloseTo(ci[1], within(1e-4));
  }

  @Test
  void shouldComeNearThePublishedWebbShare() {
    Frame collapsed = CsvFrames.read(ValidationCase.open("18").file("data.csv"));
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
    assertThat(webb.pValue()).as("0.0757 by 9,999,999 draws").isCloseTo(0.0757, within(0.003));
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
  }
}
