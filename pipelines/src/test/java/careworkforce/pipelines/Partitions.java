package careworkforce.pipelines;

import careworkforce.common.Sparks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs a job as on a machine that cuts its work into so many parts. */
public final class Partitions {
  private Partitions() {}

  /** The same rows in one partition, the last of them first. */
  public static Dataset<Row> turned(Dataset<Row> rows) {
    List<Row> turned = new ArrayList<>(rows.collectAsList());
    Collections.reverse(turned);
    return Sparks.session().createDataFrame(turned, rows.schema()).coalesce(1);
  }

  /** The rows, computed with {@code parts} shuffle partitions and held at hand. */
  public static Dataset<Row> of(int parts, Supplier<Dataset<Row>> job) {
    return Sparks.inParts(
        parts,
        () -> {
          Dataset<Row> rows = job.get();
          return Sparks.session().createDataFrame(rows.collectAsList(), rows.schema());
        });
  }
}
