package careworkforce.common.estimate.table;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.AndersonRubin;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.linear.Instruments;
import careworkforce.common.estimate.linear.Overidentification;
import careworkforce.common.estimate.linear.TfInterval;
import careworkforce.common.estimate.variance.WildBootstrap;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A fit as JSON; infinite ends are the words Infinity and -Infinity, numbers that do not apply are
 * null. Beside the residual degrees of freedom, rows less parameters, {@code dof_t} are those of t
 * as rows or clusters give them, infinite for the normal, and {@code dof} those of one coefficient.
 */
public final class FitJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FitJson() {}

  /** The fit's numbers and evidence by name. */
  public static ObjectNode of(Fit fit) {
    ObjectNode json = NODES.objectNode();
    json.put("formula", fit.formula());
    json.put("family", fit.family());
    json.put("estimator", fit.estimator());
    json.put("outcome", fit.outcome());
    ObjectNode coefficients = coefficients(fit.coefficients());
    for (int c = 0; c < fit.coefficients().size(); c++) {
      ObjectNode node = (ObjectNode) coefficients.get(fit.coefficients().get(c).name());
      number(node, "dof", fit.variance().degrees(c));
    }
    json.set("coefficients", coefficients);
    json.put("n_obs", fit.sample().rows());
    json.put("n_singletons_dropped", fit.sample().singletons());
    json.put("n_separated_dropped", fit.sample().separated());
    ObjectNode dropped = json.putObject("n_dropped");
    fit.sample().dropped().forEach(dropped::put);
    ArrayNode collinear = json.putArray("collinear_dropped");
    for (Dropped column : fit.sample().collinear()) {
      ObjectNode node = collinear.addObject();
      node.put("name", column.name());
      number(node, "ratio", column.ratio());
      column.with().forEach(node.putArray("with")::add);
    }
    json.put("dof_residual", fit.residualDegrees());
    number(json, "dof_t", fit.variance().degrees());
    ObjectNode clusters = json.putObject("n_clusters");
    fit.variance().clusters().forEach(clusters::put);
    ObjectNode effects = json.putObject("effects");
    fit.effects().forEach(effects::put);
    number(json, "r2", fit.quality().r2());
    number(json, "r2_within", fit.quality().r2Within());
    number(json, "log_likelihood", fit.quality().logLikelihood());
    instruments(json, fit.instruments());
    bootstraps(json, fit.bootstraps());
    json.put("iterations", fit.numerics().iterations());
    json.put("converged", fit.numerics().converged());
    number(json, "certificate", fit.numerics().certificate());
    json.put("solver", fit.numerics().solver());
    json.put("vcov_type", fit.variance().type());
    json.put("vcov_repaired", fit.variance().repaired());
    json.put("vcov_negative", fit.variance().negative().size());
    json.put("ssc", fit.smallSample());
    json.put("level", fit.level());
    json.put("design", fit.design());
    fit.notes().forEach(json.putArray("notes")::add);
    return json;
  }

  private static ObjectNode coefficients(List<Coefficient> coefficients) {
    ObjectNode json = NODES.objectNode();
    for (Coefficient c : coefficients) {
      ObjectNode node = json.putObject(c.name());
      number(node, "estimate", c.estimate());
      number(node, "std_error", c.standardError());
      number(node, "statistic", c.statistic());
      number(node, "p_value", c.pValue());
      number(node, "ci_low", c.ciLow());
      number(node, "ci_high", c.ciHigh());
    }
    return json;
  }

  private static void instruments(
      ObjectNode json, @org.jspecify.annotations.Nullable Instruments instruments) {
    if (instruments == null) {
      return;
    }
    ObjectNode stages = json.putObject("first_stage");
    for (FirstStage stage : instruments.firstStages()) {
      ObjectNode node = stages.putObject(stage.endogenous());
      number(node, "f", stage.f());
      number(node, "robust_f", stage.robustF());
      number(node, "partial_r2", stage.partialR2());
      number(node, "kleibergen_paap_f", stage.kleibergenPaapF());
      number(node, "effective_f", stage.effectiveF());
      number(node, "effective_f_critical", stage.effectiveCritical());
      node.set("coefficients", coefficients(stage.coefficients()));
    }
    AndersonRubin test = instruments.andersonRubin();
    ObjectNode node = json.putObject("anderson_rubin");
    number(node, "statistic", test.statistic());
    number(node, "p_value", test.pValue());
    number(node, "df1", test.numerator());
    number(node, "df2", test.denominator());
    node.put("shape", test.shape());
    ArrayNode set = node.putArray("confidence_set");
    for (AndersonRubin.Interval interval : test.set()) {
      ObjectNode ends = set.addObject();
      number(ends, "low", interval.low());
      number(ends, "high", interval.high());
    }
    TfInterval tf = instruments.tf();
    if (tf != null) {
      ObjectNode adjusted = json.putObject("tf");
      number(adjusted, "critical", tf.critical());
      number(adjusted, "ci_low", tf.low());
      number(adjusted, "ci_high", tf.high());
    }
    Overidentification over = instruments.overidentification();
    if (over != null) {
      ObjectNode j = json.putObject("overidentification");
      j.put("test", over.name());
      number(j, "statistic", over.statistic());
      number(j, "p_value", over.pValue());
      j.put("df", over.degrees());
    }
  }

  private static void bootstraps(ObjectNode json, List<WildBootstrap> tests) {
    if (tests.isEmpty()) {
      return;
    }
    ObjectNode all = json.putObject("wild_bootstrap");
    for (WildBootstrap test : tests) {
      ObjectNode node = all.putObject(test.coefficient());
      number(node, "null", test.nullValue());
      number(node, "statistic", test.statistic());
      number(node, "p_value", test.pValue());
      number(node, "p_value_with_ties", test.pValueTies());
      node.put("draws", test.draws());
      node.put("exhaustive", test.exhaustive());
      node.put("weights", test.weights());
      number(node, "ci_low", test.ciLow());
      number(node, "ci_high", test.ciHigh());
    }
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else if (Double.isInfinite(value)) {
      node.put(name, value > 0 ? "Infinity" : "-Infinity");
    } else {
      node.put(name, value);
    }
  }
}
