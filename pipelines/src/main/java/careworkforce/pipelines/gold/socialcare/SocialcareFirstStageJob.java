package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.users.CareFirstStages;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Regresses measures of labour supply on instruments. */
@AutoService(Job.class)
public final class SocialcareFirstStageJob implements Transform {
  private static final SocialcareFirstStage STAGE = SocialcareFirstStage.TABLE;

  @Override
  public Table writes() {
    return STAGE;
  }

  @Override
  public List<Table> reads() {
    return CareFirstStages.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return CareFirstStages.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return STAGE.select(inputs.rows(CareFirstStages.rows(inputs), STAGE.schema()));
  }
}
