package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads the occupation groups from the resource of the same name. */
@AutoService(Job.class)
public final class OccupationGroupsJob implements Transform {
  private static final OccupationGroups GROUPS = OccupationGroups.TABLE;

  @Override
  public Table writes() {
    return GROUPS;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return GROUPS.select(
        inputs.rows(
            TabbedResource.rows("occupation_groups.tsv", GROUPS.fields()), GROUPS.schema()));
  }
}
