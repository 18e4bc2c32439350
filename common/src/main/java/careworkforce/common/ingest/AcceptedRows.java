package careworkforce.common.ingest;

import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/** The accepted rows of files, with pseudonyms computed. */
final class AcceptedRows extends ScannedRows<InternalRow> {
  AcceptedRows(Iterator<FileTask> tasks, List<Recipe> recipes, Configuration hadoop) {
    super(tasks, recipes, hadoop, true);
  }

  @Override
  @Nullable InternalRow at(FileScan scan, FileTask task) {
    return scan.row();
  }
}
