package careworkforce.common.job;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A job's inputs: tables at fixed versions, or empty by contract where none is fixed. */
final class PinnedInputs implements Inputs {
  private final Job job;
  private final SparkSession spark;
  private final Lake lake;
  private final Settings settings;
  private final Map<String, Long> versions;

  PinnedInputs(Job job, Lake lake, Settings settings, Map<String, Long> versions) {
    this.job = job;
    this.spark = lake.spark();
    this.lake = lake;
    this.settings = settings;
    this.versions = versions;
  }

  @Override
  public Dataset<Row> table(Table table) {
    mustBeDeclared(job.reads().contains(table), table);
    Long version = versions.get(table.fullName());
    return version == null ? Lake.empty(spark, table) : lake.read(table, version);
  }

  @Override
  public Dataset<Row> partitions(Table table) {
    mustBeDeclared(job.reads().contains(table), table);
    Long version = versions.get(table.fullName());
    return version == null ? Inputs.super.partitions(table) : lake.partitions(table, version);
  }

  @Override
  public <T> T value(Setting<T> setting) {
    mustBeDeclared(job.settings().contains(setting), setting);
    return settings.value(setting);
  }

  @Override
  public Dataset<Row> rows(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }

  @Override
  public long version(Table table) {
    return versions.getOrDefault(table.fullName(), -1L);
  }

  private void mustBeDeclared(boolean declared, Object what) {
    if (!declared) {
      throw new IllegalStateException(
          job.getClass().getSimpleName() + " takes " + what + " but does not declare it");
    }
  }
}
