package careworkforce.common.job;

import careworkforce.common.conf.Setting;
import careworkforce.common.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What a {@link Transform} is given: its declared tables at fixed versions, and its settings. */
public interface Inputs {
  /** A declared table's rows. Refused for a table that the job does not declare. */
  Dataset<Row> table(Table table);

  /**
   * The values of the columns that a declared table is partitioned by, one row for each partition
   * in which rows stand. Told by Delta's log where it can, so that no row is read.
   */
  default Dataset<Row> partitions(Table table) {
    return table.selectPartitions(table(table));
  }

  /** A setting's value. Refused for a setting that the job does not declare. */
  <T> T value(Setting<T> setting);

  /** A small dataset of rows at hand, such as a code list or an estimate. */
  Dataset<Row> rows(List<Row> rows, StructType schema);

  /** The Delta version at which a declared table is read; -1 where rows stand for it. */
  long version(Table table);
}
