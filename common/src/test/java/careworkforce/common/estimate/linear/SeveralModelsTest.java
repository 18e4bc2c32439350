package careworkforce.common.estimate.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models fitted together are the models fitted alone. */
class SeveralModelsTest {
  private static final int ROWS = 600;
  private static final String EFFECTS = " | worker + trust^half + month";

  /** 60 workers in 10 months; z moves w; some values of v are missing. */
  private static final Frame DATA = data();

  private static Frame data() {
    Random random = new Random(7);
    double[][] c = new double[9][ROWS];
    for (int i = 0; i < ROWS; i++) {
      c[0][i] = i / 10;
      c[1][i] = i % 10;
      c[2][i] = random.nextInt(8);
      c[3][i] = i % 2;
      c[4][i] = random.nextGaussian();
      c[5][i] = c[4][i] + random.nextGaussian() + c[2][i];
      c[6][i] = random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian();
      c[7][i] = c[5][i] + c[0][i] / 10 + random.nextGaussian();
      c[8][i] = 0.5 + random.nextDouble();
    }
    return Frame.empty()
        .with("worker", c[0])
        .with("month", c[1])
        .with("trust", c[2])
        .with("half", c[3])
        .with("z", c[4])
        .with("w", c[5])
        .with("v", c[6])
        .with("y", c[7])
        .with("size", c[8]);
  }

  private static void compare(String formula, UnaryOperator<Estimate> asked) {
    List<Fit> together = asked.apply(Estimate.ols(formula, DATA)).fitAll();
    assertThat(together).hasSizeGreaterThan(1);
    for (Fit fit : together) {
      Fit alone = asked.apply(Estimate.ols(fit.formula(), DATA)).fit();
      assertThat(fit.sample()).isEqualTo(alone.sample());
      assertThat(fit.variance().parameters()).isEqualTo(alone.variance().parameters());
      assertThat(fit.quality().r2()).isCloseTo(alone.quality().r2(), within(1e-11));
      for (int c = 0; c < fit.coefficients().size(); c++) {
        var of = fit.coefficients().get(c);
        var other = alone.coefficients().get(c);
        assertThat(of.name()).isEqualTo(other.name());
        assertThat(of.estimate()).isCloseTo(other.estimate(), within(1e-10));
        assertThat(of.standardError()).isCloseTo(other.standardError(), within(1e-10));
      }
      if (alone.instruments() != null) {
        assertThat(fit.instruments().firstStages().get(0).f())
            .isCloseTo(alone.instruments().firstStages().get(0).f(), within(1e-7));
      }
      for (int b = 0; b < fit.bootstraps().size(); b++) {
        assertThat(fit.bootstraps().get(b).pValue()).isEqualTo(alone.bootstraps().get(b).pValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"iid", "hc3", "cluster:trust+month", "cr3:trust", "newey-west:worker,month,2"})
  void shouldGiveWhatEachModelGivesAlone(String variance) {
    compare("c(y, w) ~ csw(z, size, z^2)" + EFFECTS, e -> e.variance(variance));
    compare("c(y, w) ~ sw0(z) + size", e -> e.variance(variance));
  }

  @Test
  void shouldCountParametersAfterAModelThatLeftClustersOut() {
    compare("c(y, w) ~ z" + EFFECTS, e -> e.variance("cr3:worker").smallSample(SmallSample.EXACT));
  }

  @Test
  void shouldKeepEachModelsOwnRows() {
    compare("y ~ csw(z, v)" + EFFECTS, e -> e.cluster("worker"));
    List<Fit> fits = Estimate.ols("y ~ csw(z, v)" + EFFECTS, DATA).fitAll();
    assertThat(fits.get(0).sample().dropped()).isEmpty();
    assertThat(fits.get(1).sample().dropped()).containsOnlyKeys("missing in v");
  }

  @Test
  void shouldWeightOffsetInstrumentAndBootstrap() {
    compare(
        "c(y, log(size)) ~ sw0(size) | worker + month | w ~ z",
        e -> e.weights("size").offset("z").cluster("trust"));
    compare("y ~ csw(z, size) | worker", e -> e.cluster("trust").wildBootstrap(255, 3));
  }

  @Test
  void shouldHoldInOneArrayWhatModelsHaveInCommon() {
    List<Specification> models =
        Formula.parse("c(y, w) ~ csw(z, size) | worker + month").specifications();
    List<Design> designs =
        DesignBuilder.all(models, DATA, Estimate.ols("y ~ z", DATA).options().forDesign());
    assertThat(designs).hasSize(4);
    for (Design design : designs) {
      assertThat(design.effects()).isSameAs(designs.get(0).effects());
      assertThat(design.exogenous().get(0).values())
          .isSameAs(designs.get(0).exogenous().get(0).values());
    }
  }
}
