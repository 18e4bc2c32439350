package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import com.google.auto.service.AutoService;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads the mergers to 2021 from the resource {@code organisation_successors.tsv}. */
@AutoService(Job.class)
public final class KnownSuccessorsJob implements Transform {
  private static final KnownSuccessors KNOWN = KnownSuccessors.TABLE;

  @Override
  public Table writes() {
    return KNOWN;
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return KNOWN.select(
        inputs.rows(
            TabbedResource.rows("organisation_successors.tsv", KNOWN.fields()), KNOWN.schema()));
  }
}
