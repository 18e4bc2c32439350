package careworkforce.common.ingest;

import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rejected rows of files, as rows of {@link Rejects}. */
final class RejectedRows extends ScannedRows<Row> {
  RejectedRows(Iterator<FileTask> tasks, List<Recipe> recipes, Configuration hadoop) {
    super(tasks, recipes, hadoop, false);
  }

  @Override
  @Nullable Row at(FileScan scan, FileTask task) {
    Reject reject = scan.reject();
    return reject == null ? null : FileJobs.row(task, reject);
  }
}
