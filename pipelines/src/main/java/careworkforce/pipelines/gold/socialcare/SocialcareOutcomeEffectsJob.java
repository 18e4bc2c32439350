package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.users.CareEffects;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Estimates effects of labour supply on the people cared for. */
@AutoService(Job.class)
public final class SocialcareOutcomeEffectsJob implements Transform {
  private static final SocialcareOutcomeEffects EFFECTS = SocialcareOutcomeEffects.TABLE;

  @Override
  public Table writes() {
    return EFFECTS;
  }

  @Override
  public List<Table> reads() {
    return CareEffects.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return CareEffects.settings();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return EFFECTS.select(inputs.rows(CareEffects.rows(inputs), EFFECTS.schema()));
  }
}
