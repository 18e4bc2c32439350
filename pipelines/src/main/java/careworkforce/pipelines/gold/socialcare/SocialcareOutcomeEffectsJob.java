package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Estimates the effect of turnover on arrivals three ways on one sample. */
@AutoService(Job.class)
public final class SocialcareOutcomeEffectsJob implements Transform {
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;

  /** Ten percentage points of turnover, and a tenth of a log point of wage. */
  private static final double STEP = 0.1;

  @Override
  public Table writes() {
    return EFFECTS;
  }

  @Override
  public List<Table> reads() {
    return SocialcareSample.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return SocialcareSample.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Frame sample = SocialcareSample.frame(inputs);
    return EFFECTS.select(
        inputs.rows(sample.rows() == 0 ? List.of() : effects(sample, inputs), EFFECTS.schema()));
  }

  private static List<Row> effects(Frame sample, Inputs inputs) {
    String turnover = "10 percentage points of annual turnover";
    Fit iv = SocialcareModel.instrumented(sample);
    Double strength =
        iv.instruments() == null ? null : iv.instruments().firstStages().get(0).robustF();
    return List.of(
        row("iv", iv, SocialcareSample.TURNOVER, turnover, strength, sample, inputs),
        row(
            "ols",
            SocialcareModel.leastSquares(sample),
            SocialcareSample.TURNOVER,
            turnover,
            null,
            sample,
            inputs),
        row(
            "reduced_form",
            SocialcareModel.reducedForm(sample),
            SocialcareSample.WAGE,
            "0.1 log points of the outside wage",
            null,
            sample,
            inputs));
  }

  private static Row row(
      String estimator,
      Fit fit,
      String regressor,
      String per,
      @Nullable Double firstStageF,
      Frame sample,
      Inputs inputs) {
    Coefficient effect = fit.coefficient(regressor);
    return RowFactory.create(
        estimator,
        "arrivals_per_resident_month",
        per,
        STEP * effect.estimate(),
        STEP * effect.standardError(),
        STEP * effect.ciLow(),
        STEP * effect.ciHigh(),
        (long) fit.sample().rows(),
        SocialcareModel.clusters(fit),
        firstStageF,
        weightedMean(sample),
        fit.design(),
        fit.variance().type(),
        fit.formula(),
        inputs.version(SocialcareSample.OUTCOMES),
        inputs.version(SocialcareSample.STAFF),
        inputs.version(SocialcareSample.HOMES),
        inputs.version(SocialcareSample.WAGES));
  }

  private static double weightedMean(Frame sample) {
    double[] outcome = sample.numbers(SocialcareSample.ARRIVALS);
    double[] weight = sample.numbers(SocialcareSample.DAYS);
    double total = 0;
    double weights = 0;
    for (int i = 0; i < outcome.length; i++) {
      total += weight[i] * outcome[i];
      weights += weight[i];
    }
    return total / weights;
  }
}
