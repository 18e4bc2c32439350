package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
    Fit iv = SocialcareModel.instrumented(sample);
    Double strength =
        iv.instruments() == null ? null : iv.instruments().firstStages().get(0).robustF();
    double mean = weightedMean(sample);
    return List.of(
        row("iv", iv, SocialcareSample.TURNOVER, inputs, strength, mean),
        row(
            "ols",
            SocialcareModel.leastSquares(sample),
            SocialcareSample.TURNOVER,
            inputs,
            null,
            mean),
        row(
            "reduced_form",
            SocialcareModel.reducedForm(sample),
            SocialcareSample.WAGE,
            inputs,
            null,
            mean));
  }

  private static Row row(
      String estimator,
      Fit fit,
      String regressor,
      Inputs inputs,
      @Nullable Double firstStageF,
      double mean) {
    boolean ofWage = regressor.equals(SocialcareSample.WAGE);
    Question question =
        new Question(
            "arrivals_per_resident_month",
            "home-months to " + inputs.value(SocialcareSample.LAST_MONTH),
            estimator,
            ofWage
                ? "0.1 log points of the outside wage"
                : "10 percentage points of annual turnover",
            fit.design(),
            why(estimator));
    return EFFECTS.row(
        new Finding(question, regressor, fit.coefficient(regressor).times(STEP), Evidence.of(fit)),
        inputs,
        SocialcareSample.tables(),
        firstStageF,
        mean);
  }

  private static String why(String estimator) {
    return estimator.equals("ols")
        ? "what moves staff and residents together, such as an outbreak, is not held fixed"
        : "wages outside care, within home and region by month, are taken to reach residents by"
            + " way of staff alone";
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
