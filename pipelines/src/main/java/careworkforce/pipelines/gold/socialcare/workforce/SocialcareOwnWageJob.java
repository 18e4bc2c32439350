package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits the models of leaving on the sample that no cleaning rule drops. */
@AutoService(Job.class)
public final class SocialcareOwnWageJob implements Transform {
  private static final SocialcareOwnWage WAGES = SocialcareOwnWage.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;

  private static final Column KEPT = CUTS.droppedBy.col().isNull();

  /** A tenth of a log point. */
  private static final double STEP = 0.1;

  @Override
  public Table writes() {
    return WAGES;
  }

  @Override
  public List<Table> reads() {
    return SeparationSample.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SocialcareSample.LAST_MONTH);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame sample = SeparationSample.frame(KEPT, inputs);
    List<Row> rows = new ArrayList<>();
    for (Finding finding : findings(sample)) {
      rows.add(WAGES.row(finding, inputs, reads()));
    }
    for (Finding finding : beforeCovid(inputs)) {
      rows.add(WAGES.row(finding, inputs, reads()));
    }
    return WAGES.select(inputs.rows(rows, WAGES.schema()));
  }

  private static List<Finding> findings(Frame sample) {
    List<Finding> findings = new ArrayList<>();
    if (sample.rows() == 0) {
      return findings;
    }
    SeparationModel model = new SeparationModel(sample);
    linear(findings, model, SeparationSample.SEPARATED);
    SeparationModel looking = new SeparationModel(SeparationSample.followed(sample));
    if (looking.workers() > 0) {
      linear(findings, looking, SeparationSample.ELSEWHERE);
    }
    add(findings, model, "cre_probit", Estimable.orNull(model::probit));
    SeparationModel.Marginal hazard = Estimable.orNull(model::hazard);
    add(findings, model, "cre_hazard", hazard);
    if (hazard != null) {
      add(findings, model, SeparationSample.SEPARATED, "cre_hazard_ratio", hazard::fit);
    }
    return findings;
  }

  /** The linear models on cuts whose next is no later than the last month of the study's sample. */
  private static List<Finding> beforeCovid(Inputs inputs) {
    Month last = inputs.value(SocialcareSample.LAST_MONTH);
    Frame sample = SeparationSample.frame(KEPT.and(SeparationSample.nextTo(last)), inputs);
    List<Finding> findings = new ArrayList<>();
    if (sample.rows() > 0) {
      linear(findings, new SeparationModel(sample), SeparationSample.SEPARATED);
    }
    String name = SocialcareOwnWage.STAFF + ", followed to " + last;
    return findings.stream()
        .map(
            found ->
                new Finding(
                    found.question().on(name), found.term(), found.effect(), found.evidence()))
        .toList();
  }

  private static void linear(List<Finding> findings, SeparationModel model, String event) {
    double[] annual = model.annual(event);
    add(findings, model, event, "home_effects", () -> model.withHomeEffects(annual));
    add(findings, model, event, "pooled", () -> model.pooled(annual));
  }

  private static void add(
      List<Finding> findings,
      SeparationModel model,
      String event,
      String estimator,
      Supplier<Fit> fitting) {
    Fit fit = Estimable.telling(SeparationSample.LOG_PAY, fitting);
    if (fit != null) {
      Coefficient effect = FewClusters.coefficient(fit, SeparationSample.LOG_PAY);
      findings.add(finding(model, event, estimator, fit, effect));
    }
  }

  private static void add(
      List<Finding> findings,
      SeparationModel model,
      String estimator,
      SeparationModel.@org.jspecify.annotations.Nullable Marginal marginal) {
    if (marginal != null) {
      findings.add(
          finding(model, SeparationSample.SEPARATED, estimator, marginal.fit(), marginal.effect()));
    }
  }

  private static Finding finding(
      SeparationModel model, String event, String estimator, Fit fit, Coefficient effect) {
    String unit =
        estimator.equals("cre_hazard_ratio")
            ? "log hazard ratio"
            : "leavers a year for each of the staff";
    Question question =
        new Question(
            event,
            SocialcareOwnWage.STAFF,
            estimator,
            "0.1 log points of what the home pays; " + unit,
            "association",
            estimator.equals("pooled")
                ? "homes that pay more differ in what no source records, and this ignores it"
                : "lasting differences between homes are held fixed; a home that raises pay may"
                    + " change otherwise too");
    Finding finding =
        new Finding(
            question,
            SeparationSample.LOG_PAY,
            effect.times(STEP),
            Evidence.of(fit, model.workers()));
    return estimator.startsWith("cre_") ? finding.ofManyClusters("a likelihood") : finding;
  }
}
