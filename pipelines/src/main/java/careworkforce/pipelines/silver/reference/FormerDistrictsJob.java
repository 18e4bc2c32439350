package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads the former districts from the resource of the same name. */
@AutoService(Job.class)
public final class FormerDistrictsJob implements Transform {
  private static final FormerDistricts FORMER = FormerDistricts.TABLE;

  @Override
  public Table writes() {
    return FORMER;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return FORMER.select(
        inputs.rows(TabbedResource.rows("former_districts.tsv", FORMER.fields()), FORMER.schema()));
  }
}
