package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads the trust successors from the resource of the same name. */
@AutoService(Job.class)
public final class OrganisationSuccessorsJob implements Transform {
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;

  @Override
  public Table writes() {
    return SUCCESSORS;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return SUCCESSORS.select(
        inputs.rows(
            TabbedResource.rows("organisation_successors.tsv", SUCCESSORS.fields()),
            SUCCESSORS.schema()));
  }
}
