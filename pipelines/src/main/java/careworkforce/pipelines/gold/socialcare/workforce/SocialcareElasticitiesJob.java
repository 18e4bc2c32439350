package careworkforce.pipelines.gold.socialcare.workforce;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
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
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Effects of pay over mean rates, and the formula on them. That of separations out of the sector
 * equals the effect on {@code separated - found elsewhere / coverage} over its mean, of which its
 * standard error is taken, so that it carries the covariance of both parts.
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
    return SeparationSample.tables();
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
        new SeparationModel(SeparationSample.followed(SeparationSample.frame(which, inputs)));
    if (model.workers() == 0) {
      return List.of();
    }
    double coverage = inputs.value(COVERAGE);
    double[] all = model.annual(SeparationSample.SEPARATED);
    double[] toCare = model.annual(SeparationSample.ELSEWHERE);
    double share = model.average(toCare) / coverage / model.average(all);
    List<Row> rows = new ArrayList<>(told(() -> separation(sample, model, all, share, inputs)));
    if (0 < share && share < 1) {
      rows.addAll(told(() -> bySector(sample, model, all, toCare, share, inputs)));
    }
    return rows;
  }

  private static List<Row> told(Supplier<List<Row>> rows) {
    List<Row> told = Estimable.orNull(rows);
    return told == null ? List.of() : told;
  }

  private List<Row> separation(
      String sample, SeparationModel model, double[] all, double share, Inputs inputs) {
    Fit fit = model.withHomeEffects(all);
    Coefficient elasticity = elasticity(fit, model.mean(all));
    return List.of(row("separation", sample, model, fit, elasticity, share, inputs));
  }

  /** Those that take separations apart by whether they lead out of the sector. */
  private List<Row> bySector(
      String sample,
      SeparationModel model,
      double[] all,
      double[] toCare,
      double share,
      Inputs inputs) {
    double coverage = inputs.value(COVERAGE);
    double[] out = new double[all.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = all[i] - toCare[i] / coverage;
    }
    Fit ofToCare = model.withHomeEffects(toCare);
    Fit ofOut = model.withHomeEffects(out);
    Coefficient separation = elasticity(model.withHomeEffects(all), model.mean(all));
    Coefficient within = elasticity(ofToCare, model.mean(toCare));
    DynamicMonopsony formula =
        new DynamicMonopsony(separation.estimate(), within.estimate(), share);
    double error = elasticity(ofOut, model.mean(out)).standardError();
    return List.of(
        row("to_care", sample, model, ofToCare, within, share, inputs),
        row("out_of_care", sample, model, ofOut, normal(formula.outside(), error), share, inputs),
        row(
            "employment",
            sample,
            model,
            ofOut,
            normal(formula.employment(), 2 * error),
            share,
            inputs));
  }

  private Row row(
      String outcome,
      String sample,
      SeparationModel model,
      Fit fit,
      Coefficient elasticity,
      double share,
      Inputs inputs) {
    Question question =
        new Question(
            outcome,
            "care staff of " + sample,
            "home_effects",
            "1% of what the home pays; percent",
            "association",
            "lasting differences between homes are held fixed; the derived ones assume a steady"
                + " state in which hires mirror separations");
    return ELASTICITIES.row(
        new Finding(
                question,
                SeparationSample.LOG_PAY,
                elasticity,
                Evidence.ofSandwich(fit, model.workers()))
            .ofManyClusters("a ratio by the delta method"),
        inputs,
        reads(),
        share);
  }

  private static Coefficient elasticity(Fit fit, Coefficient mean) {
    return ratio(fit.coefficient(SeparationSample.LOG_PAY), mean);
  }

  private static Coefficient normal(double estimate, double error) {
    return Coefficient.of(
        SeparationSample.LOG_PAY, estimate, error, Double.POSITIVE_INFINITY, Coefficient.LEVEL);
  }

  /** Effect over mean, by the delta method, the two taken as uncorrelated. */
  static Coefficient ratio(Coefficient effect, Coefficient mean) {
    double ratio = effect.estimate() / mean.estimate();
    double ofEffect = effect.standardError() / mean.estimate();
    double ofMean = ratio * mean.standardError() / mean.estimate();
    return Coefficient.of(
        effect.name(),
        ratio,
        Math.hypot(ofEffect, ofMean),
        Double.POSITIVE_INFINITY,
        Coefficient.LEVEL);
  }
}
