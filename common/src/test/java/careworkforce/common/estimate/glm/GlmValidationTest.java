package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.FixestModel;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coefficients within 1e-7 and standard errors within 1e-6, every variance of every model. */
@Tag("validation")
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
            softly.check(() -> FixestModel.likelihood(estimate.fit(), model, vcov).agrees());
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
      FixestModel.likelihood(estimate.fit(), model, vcov).agrees();
    }
  }

  /**
   * Parameters of {@code K.exact} as in the linear models of the case, and for the same reasons.
   */
  @Test
  void shouldAgreeOnPublicationsOfScientists() {
    ValidationCase authors = ValidationCase.open("12");
    Frame raw = CsvFrames.read(authors.file("data.csv"));
    Frame data = raw.with("age2", Arrays.stream(raw.numbers("age")).map(v -> v * v).toArray());
    Map<String, Integer> exact = Map.of("iid_Kexact", 422, "cluster_author_Kexact", 238);
    JsonNode model = authors.model("ppml_3fe");
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode vcov : model.get("vcov")) {
      String type = vcov.get("type").asText();
      Estimate estimate =
          Estimate.of(new Poisson(), "nb_pub ~ age2 | author_id + affil_id + year", data)
              .smallSample(type.endsWith("Kexact") ? SmallSample.EXACT : SmallSample.FIXEST);
      switch (type.replace("_Kexact", "")) {
        case "cluster_author" -> estimate.cluster("author_id");
        case "twoway_author_affil" -> estimate.cluster("author_id", "affil_id");
        default -> estimate.variance(type.replace("_Kexact", ""));
      }
      softly.check(
          () -> {
            FixestModel comparison = FixestModel.likelihood(estimate.fit(), model, vcov);
            if (exact.containsKey(type)) {
              comparison.agreesButForParameters(exact.get(type));
            } else {
              comparison.agrees();
            }
          });
    }
    softly.assertAll();
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
        FixestModel.likelihood(estimate.fit(), model, vcov).agrees();
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
      FixestModel.likelihood(estimate.fit(), model, vcov).agrees();
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
}
