package careworkforce.pipelines.silver.reference;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads a list that is kept within the program. */
abstract class ResourceJob implements Transform {
  private final Table table;
  private final String file;

  /**
   * A job of a list.
   *
   * @param table whose columns are, in order, those of the file
   * @param file beside this class; named in each job, as its fingerprint has the files that it
   *     names
   */
  ResourceJob(Table table, String file) {
    this.table = table;
    this.file = file;
  }

  @Override
  public final Table writes() {
    return table;
  }

  @Override
  public final Dataset<Row> rows(Inputs inputs) {
    return table.select(inputs.rows(TabbedResource.rows(file, table.fields()), table.schema()));
  }
}
