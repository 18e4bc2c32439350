package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.variance.SmallSample;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeparationTest {

  @Test
  @Tag("validation")
  void shouldDropTheRowsThatPpmlhdfeDrops() {
    ValidationCase separation = ValidationCase.open("11");
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode model : separation.expected().get("models")) {
      softly.check(() -> check(separation, model));
    }
    softly.assertAll();
    Fit example =
        Estimate.of(
                new Poisson(),
                "y ~ x1 + x2 + x3 + x4",
                CsvFrames.read(separation.file("example1.csv")))
            .fit();
    double published = separation.expected().at("/published/values/example1_cons").asDouble();
    assertThat(example.coefficient("(Intercept)").estimate()).isCloseTo(published, within(5e-6));
  }

  private static void check(ValidationCase separation, JsonNode model) {
    String file = model.get("file").asText();
    Frame data = CsvFrames.read(separation.file(file));
    List<String> x = names(model.get("x"));
    List<String> effects = names(model.get("fe"));
    String formula =
        "y ~ "
            + (x.isEmpty() ? "1" : String.join(" + ", x))
            + (effects.isEmpty() ? "" : " | " + String.join(" + ", effects));
    Fit fit =
        Estimate.of(new Poisson(), formula, data)
            .keepSingletons()
            .smallSample(SmallSample.NONE)
            .fit();
    assertThat(fit.sample().given()).as(file).isEqualTo(model.get("n").asInt());
    assertThat(fit.sample().separated()).as(file).isEqualTo(model.get("n_separated").asInt());
    JsonNode mle = model.get("mle_on_nonseparated");
    assertClose(file, fit.quality().deviance(), mle.get("deviance").asDouble(), 1e-7);
    if (file.equals("08.csv")) {
      // x1 + x2 is constant within id2 once the separated row is gone and the row alone in id1 is
      // absorbed, so only x1 - x2 is identified; the reference keeps both, an arbitrary split.
      JsonNode coef = mle.get("coef");
      double wanted = coef.get("x1").asDouble() - coef.get("x2").asDouble();
      assertClose(file, fit.coefficient("x1").estimate(), wanted, 1e-7);
      assertThat(fit.sample().collinear()).extracting(Dropped::name).containsExactly("x2");
      return;
    }
    mle.get("coef")
        .properties()
        .forEach(
            entry -> {
              // The intercept beside effects is the reference's choice of a base level.
              if (effects.isEmpty() || !entry.getKey().equals("(Intercept)")) {
                double wanted = entry.getValue().asDouble();
                double ours = fit.coefficient(entry.getKey()).estimate();
                assertClose(file + " " + entry.getKey(), ours, round(wanted), 1e-7);
                assertClose(
                    file + " se " + entry.getKey(),
                    fit.coefficient(entry.getKey()).standardError(),
                    mle.get("se_iid_no_adj").get(entry.getKey()).asDouble(),
                    1e-6);
              }
            });
  }

  /** Coefficients that are zero but for rounding. */
  private static double round(double value) {
    return Math.abs(value) < 1e-14 ? 0 : value;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node.isTextual()) {
      names.add(node.asText());
    }
    node.forEach(n -> names.add(n.asText()));
    return names;
  }

  @Test
  void shouldFitTheMeanByLogOfTheAverage() {
    Frame data = Frame.empty().with("y", 1, 2, 3, 6);
    Fit fit = Estimate.of(new Poisson(), "y ~ 1", data).fit();
    assertClose("log 3", fit.coefficient("(Intercept)").estimate(), Math.log(3), 1e-12);
  }

  /** Two by two: log odds 1/3 against 3/1 differ by log 9, variance 1/1+1/3+1/3+1/1. */
  @Test
  void shouldFitALogOddsRatioByHand() {
    Frame data = Frame.empty().with("y", 1, 0, 0, 0, 1, 1, 1, 0).with("x", 0, 0, 0, 0, 1, 1, 1, 1);
    Fit fit = Estimate.of(new Logit(), "y ~ x", data).smallSample(SmallSample.NONE).fit();
    assertClose("x", fit.coefficient("x").estimate(), Math.log(9), 1e-10);
    assertClose("se", fit.coefficient("x").standardError(), Math.sqrt(8.0 / 3), 1e-9);
  }

  @Test
  void shouldEqualDummiesWithAbsorbedEffects() {
    Frame data =
        Frame.empty()
            .with("y", 1, 0, 4, 2, 3, 0, 5, 7, 2)
            .with("x", .1, .7, .4, -.3, .9, .2, -.5, .6, 0)
            .with("g", "a", "a", "a", "b", "b", "b", "c", "c", "c")
            .with("b", 0, 0, 0, 1, 1, 1, 0, 0, 0)
            .with("c", 0, 0, 0, 0, 0, 0, 1, 1, 1);
    Fit absorbed = Estimate.of(new Poisson(), "y ~ x | g", data).fit();
    Fit dummies = Estimate.of(new Poisson(), "y ~ x + b + c", data).fit();
    assertClose(
        "x", absorbed.coefficient("x").estimate(), dummies.coefficient("x").estimate(), 1e-10);
    assertClose(
        "se",
        absorbed.coefficient("x").standardError(),
        dummies.coefficient("x").standardError(),
        1e-8);
  }

  @Test
  void shouldRefuseNegativeCountsAndOutcomesThatAreNotBinary() {
    Frame data = Frame.empty().with("y", -1, 2, 3).with("x", 1, 2, 4);
    assertThatThrownBy(() -> Estimate.of(new Poisson(), "y ~ x", data).fit())
        .hasMessageContaining("has the value -1.0");
    assertThatThrownBy(() -> Estimate.of(new Cloglog(), "y ~ x", data).fit())
        .hasMessageContaining("Give an outcome of 0 and 1");
  }
}
