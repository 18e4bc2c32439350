package careworkforce.common.delta;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;

/**
 * A version of a table as it was made: with the columns, partitions and properties of then, its
 * sensitivity, synthetic mark and encryption among them.
 */
final class PastVersion {
  private final SparkSession spark;
  private final Metadata made;

  private PastVersion(SparkSession spark, Metadata made) {
    this.spark = spark;
    this.made = made;
  }

  /** A version that is there. */
  static PastVersion at(SparkSession spark, String path, long version) {
    return new PastVersion(
        spark,
        DeltaLog.forTable(spark, path)
            .getSnapshotAt(version, Option.empty(), Option.empty(), false)
            .metadata());
  }

  /** Makes a table like it where none is, and writes the version's rows to it. */
  void write(Dataset<Row> rows, String path, Provenance provenance) {
    String[] by = asJava(made.partitionColumns()).toArray(String[]::new);
    DeltaTableBuilder builder =
        DeltaTable.create(spark)
            .location(path)
            .comment(made.description())
            .addColumns(made.schema());
    asJava(made.configuration()).forEach(builder::property);
    (by.length == 0 ? builder : builder.partitionedBy(by)).execute();
    var writer =
        rows.write().format("delta").mode("append").option("userMetadata", provenance.json());
    (by.length == 0 ? writer : writer.partitionBy(by)).save(path);
  }
}
