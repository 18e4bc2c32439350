package careworkforce.pipelines.gold.socialcare.workforce;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import careworkforce.pipelines.silver.careworkers.AscWorkerCuts;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Effects of pay over mean rates. That of separations out of the sector is the effect on {@code
 * separated - found elsewhere / coverage} over its mean, which equals the formula and carries the
 * covariance of both parts.
 */
@AutoService(Job.class)
public final class SocialcareElasticitiesJob implements Transform {
  private static final SocialcareElasticities ELASTICITIES = SocialcareElasticities.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;

  static final Setting<Double> COVERAGE =
      Setting.number(
          "socialcare.elasticities.coverage", "", "share of care employers in ASC-WDS", 0.01, 1);

  @Override
  public Table writes() {
    return ELASTICITIES;
  }

  @Override
  public List<Table> reads() {
    return List.of(CUTS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(COVERAGE);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column homeCare = CUTS.droppedBy.col().equalTo(lit(CleaningRule.HOME_CARE.name()));
    List<Row> rows = new ArrayList<>();
    rows.addAll(of("care homes", CUTS.droppedBy.col().isNull(), inputs));
    rows.addAll(of("home care, whose hourly pay is unreliable", homeCare, inputs));
    return ELASTICITIES.select(inputs.rows(rows, ELASTICITIES.schema()));
  }

  private List<Row> of(String sample, Column which, Inputs inputs) {
    SeparationModel model =
        new SeparationModel(SeparationSample.frame(inputs.table(CUTS).where(which)));
    if (model.workers() == 0) {
      return List.of();
    }
    List<Row> rows = Estimable.orNull(() -> rows(sample, model, inputs));
    return rows == null ? List.of() : rows;
  }

  private List<Row> rows(String sample, SeparationModel model, Inputs inputs) {
    double coverage = inputs.value(COVERAGE);
    double[] all = model.annual(SeparationSample.SEPARATED);
    double[] toCare = model.annual(SeparationSample.ELSEWHERE);
    double[] out = new double[all.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = all[i] - toCare[i] / coverage;
    }
    double share = model.mean(toCare).estimate() / coverage / model.mean(all).estimate();
    if (share >= 1) {
      throw UserError.usage(
          "give the elasticity of separations out of the sector",
          "with a coverage of " + coverage + " more go to other care employers than separate",
          "Raise " + COVERAGE.key());
    }
    List<Row> rows = new ArrayList<>();
    rows.add(row("separation", sample, model, all, 1, share, inputs));
    rows.add(row("to_care", sample, model, toCare, 1, share, inputs));
    rows.add(row("out_of_care", sample, model, out, 1, share, inputs));
    rows.add(row("employment", sample, model, out, -2, share, inputs));
    return rows;
  }

  private Row row(
      String outcome,
      String sample,
      SeparationModel model,
      double[] events,
      double times,
      double share,
      Inputs inputs) {
    Fit fit = model.withHomeEffects(events);
    Question question =
        new Question(
            outcome,
            "care staff of " + sample,
            "home_effects",
            "1% of what the home pays; percent",
            "association",
            "lasting differences between homes are held fixed; the derived ones assume a steady"
                + " state in which hires mirror separations");
    Coefficient elasticity =
        ratio(fit.coefficient(SeparationSample.LOG_PAY), model.mean(events)).times(times);
    return ELASTICITIES.row(
        new Finding(
            question, SeparationSample.LOG_PAY, elasticity, Evidence.of(fit, model.workers())),
        inputs,
        reads(),
        share);
  }

  /** Effect over mean, by the delta method, the two taken as uncorrelated. */
  static Coefficient ratio(Coefficient effect, Coefficient mean) {
    double ratio = effect.estimate() / mean.estimate();
    double ofEffect = effect.standardError() / mean.estimate();
    double ofMean = ratio * mean.standardError() / mean.estimate();
    return Coefficient.of(
        effect.name(), ratio, Math.hypot(ofEffect, ofMean), Double.POSITIVE_INFINITY, 0.95);
  }
}
