package careworkforce.common.estimate.glm;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.FixestModel;
import careworkforce.common.estimate.ValidationCase;
import careworkforce.common.estimate.data.CsvFrames;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.survival.KaplanMeier;
import careworkforce.common.estimate.variance.SmallSample;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HazardTest {
  private static final String COVARIATES =
      "workprg + priors + tserved + felon + alcohol + drugs + black + married + educ + age";

  /** A row for every six months at risk, an event in the last unless censored. */
  private static Frame intervals(ValidationCase recid) {
    Frame persons = CsvFrames.read(recid.file("data.csv"));
    double[] duration = persons.numbers("durat");
    double[] censored = persons.numbers("cens");
    List<int[]> rows = new ArrayList<>();
    for (int p = 0; p < duration.length; p++) {
      int last = (int) Math.ceil(duration[p] / 6);
      for (int k = 1; k <= last; k++) {
        rows.add(new int[] {p, k, k == last && censored[p] == 0 ? 1 : 0});
      }
    }
    Frame data =
        persons
            .take(rows.stream().mapToInt(r -> r[0]).toArray())
            .with("id", rows.stream().mapToDouble(r -> r[0]).toArray())
            .with("k", rows.stream().mapToDouble(r -> r[1]).toArray())
            .with("ev", rows.stream().mapToDouble(r -> r[2]).toArray());
    for (int k = 2; k < 14; k++) {
      int interval = k;
      data = data.with("k" + k, rows.stream().mapToDouble(r -> r[1] == interval ? 1 : 0).toArray());
    }
    return data;
  }

  /**
   * No one returned in the last interval: its effect runs off to minus infinity (the reference
   * stops at -27.7), so its 177 rows are separated and dropped; likelihood and all else are equal.
   */
  @Test
  @Tag("validation")
  void shouldAgreeOnReturnsToPrison() {
    ValidationCase recid = ValidationCase.open("21");
    Frame data = intervals(recid);
    SoftAssertions softly = new SoftAssertions();
    for (String link : new String[] {"logit", "cloglog"}) {
      JsonNode model = recid.model(link + "_hazard_interval_dummies");
      for (String vcov : new String[] {"mle", "cluster_person_noadj"}) {
        Estimate estimate =
            Estimate.of(Family.named(link), "ev ~ " + COVARIATES + " | k", data)
                .smallSample(SmallSample.NONE);
        Fit fit = (vcov.equals("mle") ? estimate : estimate.cluster("id")).fit();
        softly.assertThat(fit.sample().separated()).isEqualTo(177);
        softly.check(
            () ->
                assertClose(
                    link, fit.quality().logLikelihood(), model.get("loglik").asDouble(), 1e-7));
        fit.coefficients()
            .forEach(
                c -> {
                  double b = model.get("coef").get(c.name()).asDouble();
                  double se = model.get("se_" + vcov).get(c.name()).asDouble();
                  softly.check(() -> assertClose(link + c.name(), c.estimate(), b, 1e-7));
                  softly.check(
                      () -> assertClose(link + vcov + c.name(), c.standardError(), se, 1e-6));
                });
      }
      for (String vcov : new String[] {"mle", "cluster_person_noadj"}) {
        softly.check(() -> intervalsAgree(data, link, vcov, model));
      }
    }
    softly.assertAll();
  }

  /** Without a constant, each interval's own coefficient and standard error. */
  private static void intervalsAgree(Frame data, String link, String vcov, JsonNode model) {
    double[] k = data.numbers("k");
    double[] first = Arrays.stream(k).map(v -> v == 1 ? 1 : 0).toArray();
    Frame observed =
        data.with("k1", first).take(IntStream.range(0, k.length).filter(i -> k[i] < 14).toArray());
    StringBuilder dummies = new StringBuilder("ev ~ 0 + " + COVARIATES);
    for (int i = 1; i < 14; i++) {
      dummies.append(" + k").append(i);
    }
    Estimate estimate =
        Estimate.of(Family.named(link), dummies.toString(), observed).smallSample(SmallSample.NONE);
    Fit fit = (vcov.equals("mle") ? estimate : estimate.cluster("id")).fit();
    assertThat(data.rows()).isEqualTo(model.get("n_used").asInt());
    assertClose("deviance", fit.quality().deviance(), model.get("deviance").asDouble(), 1e-7);
    for (int i = 1; i < 14; i++) {
      String name = "factor(k)" + i;
      var ours = fit.coefficient("k" + i);
      assertClose(name, ours.estimate(), model.get("coef").get(name).asDouble(), 1e-7);
      double se = model.get("se_" + vcov).get(name).asDouble();
      assertClose("se " + name, ours.standardError(), se, 1e-6);
    }
  }

  @Test
  @Tag("validation")
  void shouldCountTheLifeTable() {
    ValidationCase recid = ValidationCase.open("21");
    JsonNode expected = recid.expected();
    Frame persons = CsvFrames.read(recid.file("data.csv"));
    double[] censored = persons.numbers("cens");
    double width = expected.get("interval_months").asDouble();
    double[] last =
        Arrays.stream(persons.numbers("durat")).map(d -> Math.ceil(d / width)).toArray();
    boolean[] returned = new boolean[last.length];
    for (int i = 0; i < last.length; i++) {
      returned[i] = censored[i] == 0;
    }
    KaplanMeier curve = KaplanMeier.of(null, last, returned, 0.95);
    Frame data = intervals(recid);
    double[] k = data.numbers("k");
    double[] event = data.numbers("ev");
    JsonNode table = expected.get("life_table");
    for (int i = 0; i < table.get("k").size(); i++) {
      int interval = table.get("k").get(i).asInt();
      long atRisk = Arrays.stream(k).filter(v -> v == interval).count();
      long events =
          IntStream.range(0, k.length).filter(r -> k[r] == interval && event[r] == 1).count();
      assertThat(atRisk).isEqualTo(table.get("at_risk").get(i).asInt());
      assertThat(events).isEqualTo(table.get("events").get(i).asInt());
      double hazard = table.get("hazard").get(i).asDouble();
      assertClose("hazard", events / (double) atRisk, hazard, 1e-12);
      assertClose("survival", curve.at(interval), table.get("survival").get(i).asDouble(), 1e-12);
    }
    assertThat(data.rows()).isEqualTo(expected.get("person_period_rows").asInt());
    assertThat(Arrays.stream(event).sum()).isEqualTo(expected.get("events").asInt());
  }

  @Test
  @Tag("validation")
  void shouldAgreeWithFixestOnAbsorbedIntervals() {
    ValidationCase recid = ValidationCase.open("21");
    Frame data = intervals(recid);
    JsonNode model = recid.model("logit_hazard_interval_FE");
    for (JsonNode vcov : model.get("vcov")) {
      Estimate estimate = Estimate.of(new Logit(), "ev ~ " + COVARIATES + " | k", data);
      GlmValidationTest.ask(estimate, vcov.get("type").asText());
      FixestModel.likelihood(estimate.fit(), model, vcov).agrees();
    }
  }

  /**
   * Eight at risk without and eight with x. Deaths 2 and 4: hazards 1/4 and 1/2; moves 1 and 3:
   * hazards 1/8 and 3/8. A saturated link gives back just these.
   */
  @Test
  void shouldGiveBackHazardsByCauseInASaturatedModel() {
    Frame data =
        Frame.empty()
            .with("x", 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
            .with(
                "exit", "died", "died", "moved", "no", "no", "no", "no", "no", "died", "died",
                "died", "died", "moved", "moved", "moved", "no");
    Map<String, Fit> logit =
        CompetingRisks.fit(new Logit(), "exit ~ x", data, "no", e -> e.hetero());
    assertThat(logit.keySet()).containsExactly("died", "moved");
    double odds = Math.log(1.0 / (1.0 / 3));
    assertClose("died", logit.get("died").coefficient("x").estimate(), odds, 1e-10);
    Map<String, Fit> cloglog =
        CompetingRisks.fit(new Cloglog(), "exit ~ x", data, "no", e -> e.hetero());
    double moved = Math.log(Math.log(1 - 3.0 / 8) / Math.log(1 - 1.0 / 8));
    assertClose("moved", cloglog.get("moved").coefficient("x").estimate(), moved, 1e-9);
    Map<String, Fit> probit = CompetingRisks.fit(new Probit(), "exit ~ x", data, "no", e -> e);
    // The normal quantile of 1/4, with sign turned.
    assertClose("died", probit.get("died").coefficient("x").estimate(), 0.674489750196082, 1e-9);
    assertThat(probit.get("died").outcome()).isEqualTo("exit_died");
  }
}
