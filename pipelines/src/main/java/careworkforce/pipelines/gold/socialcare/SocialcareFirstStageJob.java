package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.conf.Setting;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Evidence;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Regresses turnover on the outside wage. */
@AutoService(Job.class)
public final class SocialcareFirstStageJob implements Transform {
  private static final SocialcareFirstStage STAGE = SocialcareFirstStage.TABLE;

  @Override
  public Table writes() {
    return STAGE;
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
    List<Row> rows = sample.rows() == 0 ? List.of() : List.of(row(sample));
    return STAGE.select(inputs.rows(rows, STAGE.schema()));
  }

  private static Row row(Frame sample) {
    Fit fit = SocialcareModel.firstStage(sample);
    FirstStage evidence =
        Objects.requireNonNull(SocialcareModel.instrumented(sample).instruments())
            .firstStages()
            .get(0);
    Coefficient wage = fit.coefficient(SocialcareSample.WAGE);
    return RowFactory.create(
        SocialcareSample.WAGE,
        SocialcareSample.TURNOVER,
        wage.estimate(),
        wage.standardError(),
        wage.ciLow(),
        wage.ciHigh(),
        evidence.robustF(),
        evidence.effectiveF(),
        evidence.partialR2(),
        (long) fit.sample().rows(),
        Evidence.clusters(fit),
        fit.formula(),
        fit.variance().type(),
        fit.design());
  }
}
