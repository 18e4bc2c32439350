package careworkforce.common.estimate;

import static careworkforce.common.estimate.ValidationCase.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a fit with a model of the validation library and one of its variance matrices. */
public final class FixestModel {
  private final String what;
  private final Fit fit;
  private final JsonNode model;
  private final JsonNode vcov;
  private final double coefficients;
  private final double errors;

  private FixestModel(Fit fit, JsonNode model, JsonNode vcov, double coefficients, double errors) {
    this.what = model.path("id").asText() + " " + vcov.get("type").asText() + " ";
    this.fit = fit;
    this.model = model;
    this.vcov = vcov;
    this.coefficients = coefficients;
    this.errors = errors;
  }

  /** Least squares and instrumented models: 1e-8. */
  public static FixestModel linear(Fit fit, JsonNode model, JsonNode vcov) {
    return new FixestModel(fit, model, vcov, 1e-8, 1e-8);
  }

  /** Likelihoods: coefficients 1e-7, errors 1e-6. */
  public static FixestModel likelihood(Fit fit, JsonNode model, JsonNode vcov) {
    return new FixestModel(fit, model, vcov, 1e-7, 1e-6);
  }

  /** Everything the library says of the model and of this variance. */
  public void agrees() {
    sample();
    quality();
    estimates();
    counts();
    matrix(1);
    inference();
  }

  /**
   * The same, where the reference counted so many parameters instead of ours: the matrices then
   * differ by (N - K) of the one over (N - K) of the other, and by nothing else.
   *
   * @param ours K that this library counts
   */
  public void agreesButForParameters(int ours) {
    sample();
    quality();
    estimates();
    int theirs = vcov.get("K").asInt();
    assertThat(fit.variance().parameters()).as(what + "K").isEqualTo(ours).isNotEqualTo(theirs);
    double rows = fit.sample().rows();
    matrix((rows - ours) / (rows - theirs));
  }

  private void sample() {
    Fit.Sample sample = fit.sample();
    assertThat(sample.rows()).as(what + "rows").isEqualTo(model.get("n_used").asInt());
    if (model.path("n_input").isNumber()) {
      assertThat(sample.given()).as(what + "given").isEqualTo(model.get("n_input").asInt());
      assertThat(sample.given() - sample.rows())
          .as(what + "removed")
          .isEqualTo(model.get("n_removed").asInt());
    }
    if (model.path("fixef_sizes").isObject()) {
      List<Integer> sizes = new ArrayList<>();
      model.get("fixef_sizes").properties().forEach(e -> sizes.add(e.getValue().asInt()));
      assertThat(List.copyOf(fit.effects().values()))
          .as(what + "levels")
          .containsExactlyInAnyOrderElementsOf(sizes);
    }
  }

  private void quality() {
    Fit.Quality quality = fit.quality();
    boolean instrumented = fit.instruments() != null;
    Map<String, Double> ours =
        Map.of(
            "rss", quality.rss(),
            "deviance", quality.deviance(),
            "loglik", quality.logLikelihood(),
            "sigma2", quality.rss() / (fit.sample().rows() - parametersOfIid()));
    ours.forEach(
        (name, value) -> {
          if (model.path(name).isNumber()) {
            assertClose(what + name, value, model.get(name).asDouble(), coefficients);
          }
        });
    // fixest's R2 of an instrumented model sets the residuals of the first stage's predictions
    // against the outcome; ours, like ivreg2's, those of the regressors themselves.
    if (!instrumented && model.path("r2").isNumber()) {
      double left = 1 - model.get("r2").asDouble();
      assertClose(what + "1 - r2", 1 - quality.r2(), left, coefficients);
      if (model.path("r2_within").isNumber()) {
        double within = 1 - model.get("r2_within").asDouble();
        assertClose(what + "1 - r2 within", 1 - quality.r2Within(), within, coefficients);
      }
    }
  }

  private int parametersOfIid() {
    for (JsonNode each : model.get("vcov")) {
      if (each.path("type").asText().equals("iid") && each.path("K").isNumber()) {
        return each.get("K").asInt();
      }
    }
    return fit.coefficients().size();
  }

  private void estimates() {
    for (String name : names()) {
      double wanted = model.get("coef").get(name).asDouble();
      assertClose(what + name, ours(name).estimate(), wanted, coefficients);
    }
  }

  private void counts() {
    if (vcov.path("K").isNumber()) {
      assertThat(fit.variance().parameters()).as(what + "K").isEqualTo(vcov.get("K").asInt());
    }
    if (vcov.path("G").isNumber()) {
      boolean periods = List.of("newey_west", "driscoll_kraay").contains(vcov.get("type").asText());
      int groups =
          periods
              ? (int) fit.variance().degrees() + 1
              : fit.variance().clusters().values().stream().min(Integer::compare).orElse(0);
      assertThat(groups).as(what + "G").isEqualTo(vcov.get("G").asInt());
    }
    if (vcov.path("df_t").isNumber() && fit.family().equals("gaussian")) {
      assertThat(fit.variance().degrees()).as(what + "df").isEqualTo(vcov.get("df_t").asInt());
    }
  }

  private void matrix(double factor) {
    List<String> names = names();
    double[][] ours = fit.variance().matrix();
    double[] error = new double[names.size()];
    for (int i = 0; i < error.length; i++) {
      error[i] = vcov.get("se").get(names.get(i)).asDouble();
      double own = Math.sqrt(factor) * ours(names.get(i)).standardError();
      assertClose(what + "se " + names.get(i), own, error[i], errors);
    }
    JsonNode rows = vcov.path("vcov");
    for (int i = 0; i < error.length && rows.isArray() && rows.size() > 0; i++) {
      for (int j = 0; j < error.length; j++) {
        JsonNode cell = rows.get(i).isArray() ? rows.get(i).get(j) : rows.get(i);
        double own = factor * ours[at(names.get(i))][at(names.get(j))];
        assertThat(Math.abs(own - cell.asDouble()) / (error[i] * error[j]))
            .as(what + names.get(i) + " with " + names.get(j))
            .isLessThan(2 * errors);
      }
    }
  }

  private void inference() {
    for (String name : names()) {
      Coefficient own = ours(name);
      JsonNode p = vcov.path("pvalue").path(name);
      // A tail below 1e-250 has no digits left in the reference.
      if (p.isNumber() && p.asDouble() > 1e-250) {
        double loss = 1 + own.statistic() * own.statistic();
        assertClose(what + "p " + name, own.pValue(), p.asDouble(), 10 * errors * loss);
      }
      JsonNode ci = vcov.path("ci95").path(name);
      if (ci.isArray()) {
        double[] ends = ValidationCase.numbers(ci);
        double room =
            coefficients * Math.abs(own.estimate()) + 4 * errors * own.standardError() + 1e-300;
        assertThat(own.ciLow()).as(what + "low end " + name).isCloseTo(ends[0], within(room));
        assertThat(own.ciHigh()).as(what + "high end " + name).isCloseTo(ends[1], within(room));
      }
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    model.get("coef").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Coefficient ours(String name) {
    return fit.coefficient(name.replaceFirst("^fit_", ""));
  }

  private int at(String name) {
    return fit.coefficients().indexOf(ours(name));
  }
}
