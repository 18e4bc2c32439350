package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scales each instrumented effect of turnover on residents. */
@AutoService(Job.class)
public final class SocialcareMisclassificationJob implements Transform {
  private static final SocialcareMisclassification BOUNDS = SocialcareMisclassification.TABLE;
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;

  /** From no effect on those missed to twice that on those found. */
  private static final double[] RATIOS = {0, 0.5, 1, 1.5, 2};

  @Override
  public Table writes() {
    return BOUNDS;
  }

  @Override
  public List<Table> reads() {
    return List.of(EFFECTS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(SocialcareSample.MATCH_TIER);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Column ratios = array(Arrays.stream(RATIOS).mapToObj(r -> lit(r)).toArray(Column[]::new));
    Dataset<Row> effects =
        inputs
            .table(EFFECTS)
            .where(EFFECTS.estimator.col().equalTo(lit("iv")))
            .where(EFFECTS.term.col().equalTo(lit(StaffExposure.TURNOVER.label())))
            .where(EFFECTS.outcome.col().endsWith("_per_resident_month"))
            .withColumn(
                BOUNDS.matchTier.name(),
                SocialcareSample.tier(
                    EFFECTS.sample.col(), inputs.value(SocialcareSample.MATCH_TIER)))
            .withColumn(BOUNDS.ratio.name(), explode(ratios));
    Column uprn = BOUNDS.matchTier.col().equalTo(lit("uprn"));
    return BOUNDS.select(
        effects
            .withColumn(
                BOUNDS.missed.name(),
                when(uprn, lit(SocialcareMisclassification.MISSED_BY_UPRN))
                    .otherwise(lit(SocialcareMisclassification.MISSED_BY_POSTCODE)))
            .withColumn(
                BOUNDS.falsely.name(),
                when(uprn, lit(SocialcareMisclassification.FALSE_BY_UPRN))
                    .otherwise(lit(SocialcareMisclassification.FALSE_BY_POSTCODE)))
            .withColumn(BOUNDS.observed.name(), EFFECTS.estimate.col())
            .withColumn(BOUNDS.estimate.name(), onAll(col(BOUNDS.observed.name())))
            .withColumn(BOUNDS.ciLow.name(), onAll(EFFECTS.ciLow.col()))
            .withColumn(BOUNDS.ciHigh.name(), onAll(EFFECTS.ciHigh.col())));
  }

  /** The effect on all residents, from that on those found. */
  private static Column onAll(Column found) {
    Column missed = BOUNDS.missed.col();
    return found
        .multiply(lit(1).minus(missed).plus(missed.multiply(BOUNDS.ratio.col())))
        .divide(lit(1).minus(BOUNDS.falsely.col()));
  }
}
