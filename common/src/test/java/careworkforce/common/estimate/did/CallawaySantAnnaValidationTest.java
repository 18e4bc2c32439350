package careworkforce.common.estimate.did;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every Callaway-Sant'Anna model of cases 13 and 15, which R's did computed. */
@Tag("validation")
class CallawaySantAnnaValidationTest {
  private static final double TOLERANCE = 1e-8;

  @Test
  void shouldAgreeOnMinimumWagesAndTeenEmploymentInEveryVariant() {
    ValidationCase shared = ValidationCase.open("13");
    Frame data = CsvFrames.read(shared.file("data.csv"));
    StaggeredDesign plain = StaggeredDesign.of(data, "lemp", "countyreal", "year", "first.treat");
    JsonNode models = shared.expected().get("models");
    assertThat(models).hasSize(16);
    for (JsonNode model : models) {
      StaggeredDesign design =
          model.get("xformla").asText().equals("~1") ? plain : plain.withControls("lpop");
      GroupTimeEffects effects =
          CallawaySantAnna.of(design)
              .method(method(model.get("est_method").asText()))
              .control(control(model.get("control_group").asText()))
              .base(
                  model.get("base_period").asText().equals("varying")
                      ? CallawaySantAnna.Base.VARYING
                      : CallawaySantAnna.Base.UNIVERSAL)
              .fit();
      check(model.get("id").asText(), model, effects);
      double[] pretest = effects.pretest();
      assertClose("W", pretest[0], model.get("W").asDouble(), TOLERANCE);
      assertThat(pretest[2]).isCloseTo(model.get("Wpval").asDouble(), within(5.1e-6));
    }
  }

  @Test
  void shouldAgreeWithThePublishedAverages() {
    ValidationCase shared = ValidationCase.open("13");
    Frame data = CsvFrames.read(shared.file("data.csv"));
    JsonNode published = shared.expected().get("published").get("values");
    StaggeredDesign design = StaggeredDesign.of(data, "lemp", "countyreal", "year", "first.treat");
    GroupTimeEffects plain = CallawaySantAnna.of(design).fit();
    double[] actual = {
      plain.simple().estimate(),
      plain.byEventTime().average().estimate(),
      plain.byCohort().average().estimate(),
      CallawaySantAnna.of(design.withControls("lpop")).fit().simple().estimate()
    };
    List<String> names =
        List.of("simple_noX", "dynamic_overall_noX", "group_overall_noX", "simple_lpop");
    for (int k = 0; k < actual.length; k++) {
      assertThat(actual[k])
          .as(names.get(k))
          .isCloseTo(published.get(names.get(k)).asDouble(), within(5.1e-5));
    }
  }

  @Test
  void shouldAgreeOnCastleLawsAndHomicideWithWeights() {
    ValidationCase shared = ValidationCase.open("15");
    Frame data = CsvFrames.read(shared.file("data.csv"));
    GroupTimeEffects effects =
        CallawaySantAnna.of(
                StaggeredDesign.of(data, "l_homicide", "sid", "year", "first").withWeights("popwt"))
            .control(CallawaySantAnna.Control.NOT_YET)
            .fit();
    check("castle", shared.expected().get("callaway_santanna"), effects);
  }

  private static void check(String id, JsonNode model, GroupTimeEffects effects) {
    double[] group = ValidationCase.numbers(model.get("group"));
    double[] time = ValidationCase.numbers(model.get("t"));
    double[] att = ValidationCase.numbers(model.get("att"));
    double[] error = ValidationCase.numbers(model.get("se"));
    double[] actual = effects.standardErrors();
    assertThat(effects.cells()).as(id).hasSize(group.length);
    for (int k = 0; k < group.length; k++) {
      GroupTimeEffects.Cell cell = effects.cells().get(k);
      String what = id + " " + group[k] + " in " + time[k];
      assertThat(cell.group()).isEqualTo(group[k]);
      assertThat(cell.period()).isEqualTo(time[k]);
      close(what, cell.effect(), att[k]);
      close("SE of " + what, actual[k], error[k]);
    }
    for (JsonNode aggregate : model.get("aggregates")) {
      checkAverage(id, aggregate, effects);
    }
  }

  private static void checkAverage(String id, JsonNode aggregate, GroupTimeEffects effects) {
    String type = aggregate.get("type").asText();
    if (type.equals("simple")) {
      check(id + " simple", effects.simple(), aggregate);
      return;
    }
    EventPath path =
        switch (type) {
          case "dynamic" -> effects.byEventTime();
          case "group" -> effects.byCohort();
          default -> effects.byPeriod();
        };
    check(id + " " + type, path.average(), aggregate);
    double[] att = ValidationCase.numbers(aggregate.get("att"));
    double[] error = ValidationCase.numbers(aggregate.get("se"));
    assertThat(path.times()).containsExactly(ValidationCase.numbers(aggregate.get("egt")));
    for (int k = 0; k < att.length; k++) {
      close(id + " " + type + path.times()[k], path.effects().get(k).estimate(), att[k]);
      close(id + " SE " + type + path.times()[k], path.effects().get(k).standardError(), error[k]);
    }
  }

  private static void check(String what, Coefficient actual, JsonNode aggregate) {
    close(what, actual.estimate(), aggregate.get("overall_att").asDouble());
    close("SE of " + what, actual.standardError(), aggregate.get("overall_se").asDouble());
  }

  private static void close(String what, double actual, double wanted) {
    if (Double.isNaN(wanted)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertClose(what, actual, wanted, TOLERANCE);
    }
  }

  private static CallawaySantAnna.Method method(String name) {
    return switch (name) {
      case "reg" -> CallawaySantAnna.Method.REGRESSION;
      case "ipw" -> CallawaySantAnna.Method.WEIGHTING;
      default -> CallawaySantAnna.Method.DOUBLY_ROBUST;
    };
  }

  private static CallawaySantAnna.Control control(String name) {
    return name.equals("nevertreated")
        ? CallawaySantAnna.Control.NEVER
        : CallawaySantAnna.Control.NOT_YET;
  }
}
