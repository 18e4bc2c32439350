package careworkforce.common.delta;

import static org.apache.spark.sql.functions.col;
import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeBatchFileIndex;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * The data files of a version of a table, as its checksum lists them (Delta transaction log
 * protocol, "Version Checksum File", {@code allFiles}). Delta itself asks its log by a query of
 * Spark for the files of every scan, and for those of a table of a few rows that is most of the
 * work.
 */
final class ListedFiles extends TahoeBatchFileIndex {
  private final Snapshot listed;

  private ListedFiles(SparkSession spark, Snapshot snapshot, Seq<AddFile> files) {
    super(spark, "batch", files, snapshot.deltaLog(), snapshot.dataPath(), snapshot, false);
    this.listed = snapshot;
  }

  /** Those of the newest version; empty where its checksum does not list them. */
  static Optional<ListedFiles> newest(SparkSession spark, String path) {
    DeltaLog log = DeltaLog.forTable(spark, path);
    return of(spark, log.update(false, Option.empty(), Option.empty()));
  }

  /**
   * Those of a version; empty where its checksum does not list them.
   *
   * @throws org.apache.spark.sql.AnalysisException if the log does not reach back to it
   */
  static Optional<ListedFiles> at(SparkSession spark, String path, long version) {
    DeltaLog log = DeltaLog.forTable(spark, path);
    log.history().checkVersionExists(version, Option.empty(), true, false);
    return of(spark, log.getSnapshotAt(version, Option.empty(), Option.empty(), false));
  }

  private static Optional<ListedFiles> of(SparkSession spark, Snapshot snapshot) {
    Option<Seq<AddFile>> files = snapshot.checksumOpt().flatMap(checksum -> checksum.allFiles());
    return files.isDefined()
        ? Optional.of(new ListedFiles(spark, snapshot, files.get()))
        : Optional.empty();
  }

  /** Other files of the same version. */
  ListedFiles of(List<AddFile> files) {
    return new ListedFiles(spark(), listed, asScala(files).toSeq());
  }

  /** The version that they are of. */
  Snapshot listed() {
    return listed;
  }

  /** Whether rows of a contract are written as the version's are. */
  boolean areOf(Table table) {
    return metadata().schema().equals(table.schema())
        && partitions().equals(table.partitions().stream().map(Field::name).toList());
  }

  /** Whether each of them lies in a part or outside it as a whole, whatever rows it holds. */
  boolean areWholeIn(Part part) {
    return conditions(part).stream()
        .flatMap(condition -> asJava(condition.collectLeaves()).stream())
        .filter(leaf -> leaf instanceof UnresolvedAttribute)
        .allMatch(column -> partitions().contains(((UnresolvedAttribute) column).name()));
  }

  private List<String> partitions() {
    return asJava(metadata().partitionColumns());
  }

  /** Whether another version's are of the same table, columns and properties. */
  boolean areLike(ListedFiles other) {
    return metadata().equals(other.metadata()) && protocol().equals(other.protocol());
  }

  /** Those that hold the rows of a part in which they are whole. */
  List<AddFile> in(Part part) {
    return part.equals(Part.NONE)
        ? List.of()
        : asJava(matchingFiles(asScala(conditions(part)).toSeq(), none()));
  }

  /** What holds for the rows of a part, as Delta takes it; nothing of ALL. */
  List<Expression> conditions(Part part) {
    try {
      return part.equals(Part.ALL)
          ? List.of()
          : List.of(spark().sessionState().sqlParser().parseExpression(part.sql()));
    } catch (ParseException e) {
      throw new IllegalArgumentException(part.sql(), e);
    }
  }

  private static Seq<Expression> none() {
    return asScala(List.<Expression>of()).toSeq();
  }

  /** The rows in them, by the settings of the session that asked. */
  Dataset<Row> rows() {
    return spark()
        .withActive(
            () ->
                spark()
                    .baseRelationToDataFrame(
                        deltaLog()
                            .buildHadoopFsRelationWithFileIndex(
                                listed, this, Option.empty(), false)));
  }

  /** Their names, without folders. */
  Set<String> names() {
    return asJava(addFiles()).stream()
        .map(file -> new Path(file.path()).getName())
        .collect(Collectors.toSet());
  }

  /** How many rows are in them; empty where one does not tell. */
  OptionalLong count() {
    long rows = 0;
    for (AddFile file : asJava(addFiles())) {
      Option<Object> counted = file.numLogicalRecords();
      if (counted.isEmpty()) {
        return OptionalLong.empty();
      }
      rows += (Long) counted.get();
    }
    return OptionalLong.of(rows);
  }

  /**
   * The values of the partition columns for which there are rows, each combination once, in one
   * task; empty where a file does not tell whether it has rows.
   */
  Optional<Dataset<Row>> partitionValues() {
    Set<Row> values = new LinkedHashSet<>();
    for (AddFile file : asJava(addFiles())) {
      Option<Object> counted = file.numLogicalRecords();
      if (counted.isEmpty()) {
        return Optional.empty();
      }
      if ((Long) counted.get() > 0) {
        Map<String, String> of = asJava(file.partitionValues());
        values.add(RowFactory.create(partitions().stream().map(of::get).toArray()));
      }
    }
    StructType text = new StructType();
    List<Column> typed = new ArrayList<>();
    for (StructField field : metadata().partitionSchema().fields()) {
      text = text.add(field.name(), DataTypes.StringType);
      typed.add(col(field.name()).cast(field.dataType()));
    }
    return Optional.of(
        spark()
            .createDataFrame(List.copyOf(values), text)
            .coalesce(1)
            .select(typed.toArray(Column[]::new)));
  }

  /** Of conditions on the partition, only where there are any: a query of Spark answers them. */
  @Override
  public Seq<AddFile> matchingFiles(Seq<Expression> partition, Seq<Expression> data) {
    return partition.isEmpty() ? addFiles() : super.matchingFiles(partition, data);
  }

  /** Scans of the same version are the same, by which Spark sees that it has done one already. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListedFiles that
        && path().equals(that.path())
        && metadata().id().equals(that.metadata().id())
        && version() == that.version();
  }

  @Override
  public int hashCode() {
    return Objects.hash(path(), metadata().id(), version());
  }
}
