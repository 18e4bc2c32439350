package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {

  @Test
  @Tag("validation")
  void shouldAgreeOnMatchedCasesOfInfertility() {
    ValidationCase infert = ValidationCase.open("22");
    Frame data = CsvFrames.read(infert.file("data.csv"));
    JsonNode model = infert.model("clogit_exact");
    Fit fit =
        Estimate.of(new ConditionalLogit(), "case ~ spontaneous + induced | stratum", data).fit();
    for (String name : new String[] {"spontaneous", "induced"}) {
      var ours = fit.coefficient(name);
      assertClose(name, ours.estimate(), model.get("coef").get(name).asDouble(), 1e-7);
      assertClose("se " + name, ours.standardError(), model.get("se").get(name).asDouble(), 1e-6);
    }
    double wanted = model.get("loglik").get(1).asDouble();
    assertClose("log likelihood", fit.quality().logLikelihood(), wanted, 1e-7);
    // Without a slope every choice of a stratum's events is as likely: 1 of 3, or of 2 in one.
    double even = -82 * Math.log(3) - Math.log(2);
    assertClose("at zero", even, model.get("loglik").get(0).asDouble(), 1e-12);
    JsonNode published = infert.expected().get("published");
    double[] errors = ValidationCase.numbers(published.at("/values/se"));
    double tolerance = published.get("tolerance").asDouble();
    for (int k = 0; k < 2; k++) {
      var ours = fit.coefficients().get(k);
      assertThat(ours.estimate())
          .isCloseTo(published.get("values").get(ours.name()).asDouble(), within(tolerance));
      assertThat(ours.standardError()).isCloseTo(errors[k], within(tolerance));
    }
  }

  /** Pairs: 3 where only the exposed has the event, 1 the other way: log 3, variance 1/3 + 1/1. */
  @Test
  void shouldFitDiscordantPairsByHand() {
    Frame pairs =
        Frame.empty()
            .with("y", 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0)
            .with("x", 1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 0)
            .with("pair", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
    Fit fit = Estimate.of(new ConditionalLogit(), "y ~ x | pair", pairs).fit();
    assertClose("x", fit.coefficient("x").estimate(), Math.log(3), 1e-10);
    assertClose("se", fit.coefficient("x").standardError(), Math.sqrt(4.0 / 3), 1e-9);
    assertThat(fit.sample().separated()).isEqualTo(2);
  }

  /** Every choice of two of four rows written out; the slope is where their likelihood is level. */
  @Test
  void shouldBeHighestOverAllChoicesWrittenOut() {
    double[] x = {0.3, 1.1, -0.4, 0.9, 0.2, -1.0, 0.5, 1.3};
    double[] y = {1, 1, 0, 0, 0, 1, 0, 1};
    Frame data =
        Frame.empty().with("y", y).with("x", x).with("s", 1, 1, 1, 1, 2, 2, 2, 2).with("z", x);
    Fit fit = Estimate.of(new ConditionalLogit(), "y ~ x | s", data).fit();
    double b = fit.coefficient("x").estimate();
    double at = choices(x, y, b);
    double h = 1e-4;
    assertClose("log likelihood", fit.quality().logLikelihood(), at, 1e-12);
    double slope = (choices(x, y, b + h) - choices(x, y, b - h)) / (2 * h);
    assertThat(slope).isBetween(-1e-7, 1e-7);
    double bend = -(choices(x, y, b + h) - 2 * at + choices(x, y, b - h)) / (h * h);
    assertClose("information", Math.pow(fit.coefficient("x").standardError(), -2), bend, 1e-5);
  }

  private static double choices(double[] x, double[] y, double b) {
    double sum = 0;
    for (int from = 0; from < 8; from += 4) {
      double all = 0;
      double own = 0;
      for (int i = from; i < from + 4; i++) {
        own += y[i] * b * x[i];
        for (int j = i + 1; j < from + 4; j++) {
          all += Math.exp(b * (x[i] + x[j]));
        }
      }
      sum += own - Math.log(all);
    }
    return sum;
  }

  /** With one stratum a cluster, scores of discordant pairs are plus or minus 1/4 or 3/4. */
  @Test
  void shouldClusterByStrata() {
    Frame pairs =
        Frame.empty()
            .with("y", 1, 0, 1, 0, 1, 0, 1, 0)
            .with("x", 1, 0, 1, 0, 1, 0, 0, 1)
            .with("pair", 1, 1, 2, 2, 3, 3, 4, 4)
            .with("half", 1, 1, 1, 1, 2, 2, 2, 2);
    double bread = 4.0 / 3;
    double scores = 3 * 1.0 / 16 + 9.0 / 16;
    Fit fit = Estimate.of(new ConditionalLogit(), "y ~ x | pair", pairs).cluster("pair").fit();
    double wanted = Math.sqrt(bread * scores * bread * 4 / 3);
    assertClose("se", fit.coefficient("x").standardError(), wanted, 1e-9);
    Fit robust = Estimate.of(new ConditionalLogit(), "y ~ x | pair", pairs).hetero().fit();
    assertClose("robust", robust.coefficient("x").standardError(), wanted, 1e-9);
    Fit halves = Estimate.of(new ConditionalLogit(), "y ~ x | pair", pairs).cluster("half").fit();
    double two = Math.sqrt(bread * (1.0 / 4 + 1.0 / 4) * bread * 2);
    assertClose("se", halves.coefficient("x").standardError(), two, 1e-9);
  }

  /**
   * In three pairs x is the case's alone and z does not differ, in three z goes both ways: the
   * likelihood rises for ever with x's coefficient, though that of z has a maximum. Scores vanish
   * as fast as the information, so that errors by scores would call x significant.
   */
  @Test
  void shouldRefuseACoefficientWithoutAFiniteMaximum() {
    Frame pairs =
        Frame.empty()
            .with("y", 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0)
            .with("x", 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1)
            .with("z", 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0)
            .with("pair", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
    for (String variance : new String[] {"iid", "hetero", "cluster:pair"}) {
      assertThatThrownBy(
              () ->
                  Estimate.of(new ConditionalLogit(), "y ~ x + z | pair", pairs)
                      .variance(variance)
                      .fit())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'x' predicts the outcome of some rows perfectly")
          .hasMessageContaining("no finite maximum");
    }
    Fit finite = Estimate.of(new ConditionalLogit(), "y ~ z | pair", pairs).fit();
    assertClose("z", finite.coefficient("z").estimate(), Math.log(2), 1e-10);
  }

  @Test
  void shouldStayFiniteInAStratumOfThousands() {
    int n = 4000;
    double[] y = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 2;
      y[i] = i % 4 == 1 || i % 8 == 0 ? 1 : 0;
    }
    Frame data = Frame.empty().with("y", y).with("x", x).with("s", new double[n]);
    Fit fit = Estimate.of(new ConditionalLogit(), "y ~ x | s", data).fit();
    // Odds 1/1 against 1/3; the conditional estimate of one large table is near the plain one.
    assertClose("x", fit.coefficient("x").estimate(), Math.log(3), 1e-3);
  }

  @Test
  void shouldSayWhatItCannotDo() {
    Frame data =
        Frame.empty()
            .with("y", 1, 0, 1, 0)
            .with("x", 1, 0, 1, 0)
            .with("s", 1, 1, 2, 2)
            .with("g", 1, 2, 1, 2);
    assertThatThrownBy(() -> Estimate.of(new ConditionalLogit(), "y ~ x | s", data).fit())
        .hasMessageContaining("predicts the events perfectly");
    assertThatThrownBy(() -> Estimate.of(new ConditionalLogit(), "y ~ x | s + g", data).fit())
        .hasMessageContaining("it has 2 effects");
    Frame more = data.with("x", 1, 0, 0, 1);
    assertThatThrownBy(
            () -> Estimate.of(new ConditionalLogit(), "y ~ x | s", more).cluster("g").fit())
        .hasMessageContaining("differs within levels of 's'");
    assertThatThrownBy(
            () -> Estimate.of(new ConditionalLogit(), "y ~ x | s", more).variance("hc3").fit())
        .hasMessageContaining("Give iid, hetero (by stratum) or cluster:a");
  }
}
