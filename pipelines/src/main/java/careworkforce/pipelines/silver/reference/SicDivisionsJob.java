package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads the resource of the same name. */
@AutoService(Job.class)
public final class SicDivisionsJob implements Transform {
  private static final String RESOURCE = "sic_divisions.tsv";
  private static final SicDivisions TABLE = SicDivisions.TABLE;

  @Override
  public Table writes() {
    return TABLE;
  }

  @Override
  public List<String> resources() {
    return List.of(RESOURCE);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return TABLE.select(inputs.rows(TabbedResource.rows(RESOURCE, TABLE.fields()), TABLE.schema()));
  }
}
