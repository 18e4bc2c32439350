package careworkforce.common.lineage;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Empty tables by contract, each column of which carries where it comes from. */
final class NamedInputs implements Inputs {
  private static final String TABLE = "careworkforce.table";
  private static final String COLUMN = "careworkforce.column";
  private final SparkSession spark;
  private final Settings settings;

  NamedInputs(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  @Override
  public Dataset<Row> table(Table table) {
    StructField[] fields =
        Arrays.stream(table.schema().fields())
            .map(f -> new StructField(f.name(), f.dataType(), f.nullable(), named(table, f)))
            .toArray(StructField[]::new);
    return spark.createDataFrame(List.of(), new StructType(fields));
  }

  private static Metadata named(Table table, StructField field) {
    return new MetadataBuilder()
        .putString(TABLE, table.fullName())
        .putString(COLUMN, field.name())
        .build();
  }

  /** The column that metadata names; empty if they name none. */
  static Optional<Source> source(Metadata metadata) {
    return metadata.contains(TABLE)
        ? Optional.of(new Source(metadata.getString(TABLE), metadata.getString(COLUMN)))
        : Optional.empty();
  }

  @Override
  public <T> T value(Setting<T> setting) {
    return settings.value(setting);
  }

  @Override
  public Dataset<Row> rows(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }

  @Override
  public long version(Table table) {
    return -1;
  }
}
