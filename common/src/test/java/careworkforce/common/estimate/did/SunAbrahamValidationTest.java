package careworkforce.common.estimate.did;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every model of case 14: fixest's simulated staggered treatment. */
@Tag("validation")
class SunAbrahamValidationTest {
  private static final double TOLERANCE = 1e-8;

  @Test
  void shouldAgreeOnSunAbrahamByEventTimeByCohortAndOverall() {
    ValidationCase shared = ValidationCase.open("14");
    SunAbraham fit = SunAbraham.fit(design(shared));
    List<JsonNode> byPeriod = models(shared, "by_period");
    Coefficient x1 = fit.regression().coefficient("x1");
    check(shared.model("att_overall"), "ATT", fit.overall());
    check(shared.model("att_overall"), "x1", x1);
    check(shared.model("by_cohort"), "cohort::", fit.byCohort());
    check(byPeriod.get(0), "year::", fit.byEventTime());
    check(byPeriod.get(0), "x1", x1);
    check(shared.model("by_cohort"), "x1", x1);
    assertThat(fit.regression().sample().rows()).isEqualTo(shared.expected().get("n_used").asInt());
    JsonNode raw = shared.model("cohort_x_period_raw");
    assertThat(fit.regression().coefficients())
        .hasSize(raw.get("est").get("estimates").size())
        .allSatisfy(c -> check(raw, rawName(c.name()), c));
  }

  @Test
  void shouldAgreeOnSunAbrahamWithOneVarianceForAllRows() {
    ValidationCase shared = ValidationCase.open("14");
    SunAbraham fit = SunAbraham.fit(design(shared).withVariance("iid"));
    check(models(shared, "by_period").get(1), "year::", fit.byEventTime());
    check(models(shared, "by_period").get(1), "x1", fit.regression().coefficient("x1"));
  }

  @Test
  void shouldAgreeOnTheTwoWayEventStudy() {
    ValidationCase shared = ValidationCase.open("14");
    EventPath path = TwoWayEventStudy.fit(design(shared));
    JsonNode model = shared.model("twfe_event_study");
    assertThat(path.times()).hasSize(model.get("est").get("estimates").size() - 1);
    for (int i = 0; i < path.times().length; i++) {
      check(
          model, "time_to_treatment::" + (int) path.times()[i] + ":treated", path.effects().get(i));
    }
  }

  @Test
  void shouldAgreeOnTheTwoWayEventStudyByItsFormula() {
    ValidationCase shared = ValidationCase.open("14");
    JsonNode model = shared.model("twfe_event_study");
    Fit fit =
        Estimate.ols(model.get("formula").asText(), CsvFrames.read(shared.file("data.csv")))
            .cluster("id")
            .fit();
    assertThat(fit.coefficients())
        .hasSize(model.get("est").get("estimates").size())
        .allSatisfy(c -> check(model, c.name(), c));
  }

  private static StaggeredDesign design(ValidationCase shared) {
    return StaggeredDesign.of(
            CsvFrames.read(shared.file("data.csv")), "y", "id", "year", "year_treated")
        .withControls("x1");
  }

  private static List<JsonNode> models(ValidationCase shared, String id) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode model : shared.expected().get("models")) {
      if (model.get("id").asText().equals(id)) {
        found.add(model);
      }
    }
    return found;
  }

  private static String rawName(String name) {
    if (!name.startsWith("cell::")) {
      return name;
    }
    String[] parts = name.substring(6).split(":");
    return "year::" + parts[0] + ":cohort::" + parts[1];
  }

  private static void check(JsonNode model, String prefix, EventPath path) {
    assertThat(path.times()).hasSize(model.get("est").get("estimates").size() - 1);
    for (int i = 0; i < path.times().length; i++) {
      check(model, prefix + (int) path.times()[i], path.effects().get(i));
    }
  }

  private static void check(JsonNode model, String name, Coefficient actual) {
    JsonNode expected = model.get("est");
    assertClose(name, actual.estimate(), expected.get("estimates").get(name).asDouble(), TOLERANCE);
    assertClose(
        "SE of " + name,
        actual.standardError(),
        expected.get("se").get(name).asDouble(),
        TOLERANCE);
  }
}
