package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Coefficients within 1e-7 and standard errors within 1e-6, every variance of every model. */
class GlmValidationTest {

  @Test
  void shouldAgreeOnTrade() {
    ValidationCase trade = ValidationCase.open("10");
    Frame raw = CsvFrames.read(trade.file("data.csv"));
    Frame data =
        raw.with("ldist", Arrays.stream(raw.numbers("dist_km")).map(Math::log).toArray())
            .with(
                "years", Arrays.stream(raw.numbers("Year")).map(y -> Math.log(y - 2000)).toArray())
            .with("large", Arrays.stream(raw.numbers("Euros")).map(e -> e > 1e6 ? 1 : 0).toArray());
    String four = "Origin + Destination + Product + Year";
    Map<String, String> formulas =
        Map.of(
            "ppml_4fe", "Euros ~ ldist | " + four,
            "ppml_nofe", "Euros ~ ldist",
            "ppml_interacted_fe", "Euros ~ ldist | Origin^Year + Destination^Year + Product",
            "ppml_offset", "Euros ~ ldist | Origin + Destination",
            "logit_4fe", "large ~ ldist | " + four);
    SoftAssertions softly = new SoftAssertions();
    formulas.forEach(
        (id, formula) -> {
          JsonNode model = trade.model(id);
          for (JsonNode vcov : model.get("vcov")) {
            Estimate estimate =
                Estimate.of(id.startsWith("logit") ? new Logit() : new Poisson(), formula, data);
            if (id.equals("ppml_offset")) {
              estimate.offset("years");
            }
            ask(estimate, vcov.get("type").asText());
            softly.check(() -> agree(id, estimate.fit(), model, vcov));
          }
        });
    softly.assertAll();
  }

  @Test
  void shouldAgreeOnWeightedPoissonOfHomicides() {
    ValidationCase castle = ValidationCase.open("15");
    Frame data = CsvFrames.read(castle.file("data.csv"));
    JsonNode model = castle.model("ppml_popwt");
    for (JsonNode vcov : model.get("vcov")) {
      Estimate estimate =
          Estimate.of(new Poisson(), "homicide ~ post | sid + year", data).weights("popwt");
      ask(estimate, vcov.get("type").asText());
      agree("castle", estimate.fit(), model, vcov);
    }
  }

  @Test
  void shouldAgreeOnParticipationByLogitAndProbit() {
    ValidationCase mroz = ValidationCase.open("07");
    Frame data = CsvFrames.read(mroz.file("data.csv"));
    String formula = "inlf ~ nwifeinc + educ + exper + expersq + age + kidslt6 + kidsge6";
    for (String id : new String[] {"logit", "probit"}) {
      JsonNode model = mroz.model(id);
      for (JsonNode vcov : model.get("vcov")) {
        Estimate estimate = Estimate.of(Family.named(id), formula, data);
        switch (vcov.get("type").asText()) {
          case "mle_inverse_information" -> estimate.smallSample(SmallSample.NONE);
          case "HC0_sandwich" -> estimate.variance("hc0");
          default -> estimate.smallSample(SmallSample.REGHDFE).hetero();
        }
        agree(id, estimate.fit(), model, vcov);
      }
    }
  }

  @Test
  void shouldAgreeOnLogitWithStratumEffects() {
    ValidationCase infert = ValidationCase.open("22");
    Frame data = CsvFrames.read(infert.file("data.csv"));
    JsonNode model = infert.model("logit_dummies");
    for (JsonNode vcov : model.get("vcov")) {
      Estimate estimate = Estimate.of(new Logit(), "case ~ spontaneous + induced | stratum", data);
      ask(estimate, vcov.get("type").asText());
      agree("infert", estimate.fit(), model, vcov);
    }
  }

  static void ask(Estimate estimate, String type) {
    SmallSample convention =
        type.endsWith("conventional")
            ? SmallSample.FIXEST.with(SmallSample.ClusterFactor.OWN)
            : type.endsWith("noadj") ? SmallSample.NONE : SmallSample.FIXEST;
    estimate.smallSample(convention);
    if (type.startsWith("twoway")) {
      estimate.cluster("Origin", "Destination");
    } else if (type.startsWith("cluster")) {
      estimate.cluster(type.split("_")[1]);
    } else {
      estimate.variance(VarianceSpec.parse(type.replace("_noadj", "")));
    }
  }

  static void agree(String id, Fit fit, JsonNode model, JsonNode vcov) {
    String what = id + " " + vcov.get("type").asText();
    assertThat(fit.sample().rows()).as(what).isEqualTo(model.get("n_used").asInt());
    assertClose(
        what + " deviance", fit.quality().deviance(), model.get("deviance").asDouble(), 1e-7);
    assertClose(
        what + " loglik", fit.quality().logLikelihood(), model.get("loglik").asDouble(), 1e-7);
    if (vcov.path("K").isNumber()) {
      assertThat(fit.variance().parameters()).as(what + " K").isEqualTo(vcov.get("K").asInt());
    }
    model
        .get("coef")
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              var ours = fit.coefficient(name);
              assertClose(what + " " + name, ours.estimate(), entry.getValue().asDouble(), 1e-7);
              double se = vcov.get("se").get(name).asDouble();
              assertClose(what + " se " + name, ours.standardError(), se, 1e-6);
            });
  }
}
