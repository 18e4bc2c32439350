package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads the resource of the same name. */
@AutoService(Job.class)
public final class SocOccupationsJob implements Transform {
  private static final SocOccupations TABLE = SocOccupations.TABLE;

  @Override
  public Table writes() {
    return TABLE;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return TABLE.select(
        inputs.rows(TabbedResource.rows("soc_occupations.tsv", TABLE.fields()), TABLE.schema()));
  }
}
