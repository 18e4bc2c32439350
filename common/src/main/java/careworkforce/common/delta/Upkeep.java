package careworkforce.common.delta;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static scala.jdk.javaapi.CollectionConverters.asJava;

import careworkforce.common.table.Table;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Work on one table's files that changes none of its rows, or what the erasure of one person does.
 */
public final class Upkeep {
  private static final String CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";
  // Delta would make two versions of it, from which all that stands on the table would be made
  // again.
  private static final String LOGGED = "spark.databricks.delta.vacuum.logging.enabled";
  // Delta would take the time from the table, whatever hours it is told.
  private static final String HOURS_IGNORED =
      "spark.databricks.delta.vacuum.retentionWindowIgnore.enabled";
  private static final double MILLIS = 3_600_000; // of an hour
  private static final String FORMAT_CHECK = "spark.databricks.delta.formatCheck.enabled";
  private final Lake lake;
  private final SparkSession spark;
  private final Table table;

  public Upkeep(Lake lake, Table table) {
    this.lake = lake;
    this.spark = lake.spark();
    this.table = table;
  }

  /**
   * The files of the newest version.
   *
   * @param files how many
   * @param bytes their size together
   */
  public record Files(long files, long bytes) {}

  /** The files of the newest version. */
  public Files files() {
    return ListedFiles.newest(spark, lake.path(table))
        .map(listed -> new Files(listed.in(Part.ALL).size(), listed.sizeInBytes()))
        .orElseGet(this::countedByDelta);
  }

  private Files countedByDelta() {
    Row detail =
        DeltaTable.forPath(spark, lake.path(table))
            .detail()
            .select("numFiles", "sizeInBytes")
            .head();
    return new Files(detail.getLong(0), detail.getLong(1));
  }

  /** A property of the table; null if it has none of that name. */
  @Nullable String property(String name) {
    return property(spark, lake.path(table), name);
  }

  /** The same of a table at a path. */
  static @Nullable String property(SparkSession spark, String path, String name) {
    Snapshot newest = DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty());
    return asJava(newest.metadata().configuration()).get(name);
  }

  /** Sets a property of the table; no row changes. */
  void set(String property, String value) {
    String setting =
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('%s' = '%s')"
            .formatted(lake.path(table), property, value);
    lake.upkeep(table, () -> spark.sql(setting), account -> account.changing(List.of()));
  }

  /** Puts small files together, those of a partition; no row changes. */
  public void compact() {
    lake.upkeep(
        table,
        () -> DeltaTable.forPath(spark, lake.path(table)).optimize().executeCompaction(),
        account -> account.changing(List.of()));
  }

  /**
   * The data files that no version younger than a number of hours names.
   *
   * @param hours from now back
   */
  public List<String> unnamed(double hours) {
    return !holdsOthers(hours)
        ? List.of()
        : forHours(
            () ->
                spark
                    .sql(
                        "VACUUM delta.`"
                            + lake.path(table)
                            + "` RETAIN "
                            + hours
                            + " HOURS DRY RUN")
                    .as(Encoders.STRING())
                    .collectAsList());
  }

  /**
   * True if a file is so old that the newest version does not name. Of those alone Delta is asked
   * whether another version does, by queries over the log.
   */
  private boolean holdsOthers(double hours) {
    Optional<Set<String>> named =
        ListedFiles.newest(spark, lake.path(table)).map(ListedFiles::names);
    Instant before = Instant.now().minusMillis(Math.round(hours * MILLIS));
    return named.isEmpty()
        || dataFiles().all().stream()
            .filter(file -> file.getModificationTime() <= before.toEpochMilli())
            .anyMatch(file -> !named.get().contains(file.getPath().getName()));
  }

  /** Removes those files for good; older versions can then not be read. */
  public void vacuum(double hours) {
    forHours(
        () ->
            with(LOGGED, "false", () -> DeltaTable.forPath(spark, lake.path(table)).vacuum(hours)));
  }

  private <T> T forHours(Supplier<T> doing) {
    return with(CHECK, "false", () -> with(HOURS_IGNORED, "false", doing));
  }

  /** Rows of the newest version that name a person in any column of text. */
  public Dataset<Row> rowsOf(String pseudonym) {
    return naming(lake.read(table), pseudonym);
  }

  /** Rows that name a person in any data file of the table, whatever version it is of. */
  public long rowsInFilesOf(String pseudonym) {
    return with(
        FORMAT_CHECK,
        "false",
        () ->
            dataFiles().texts().stream().mapToLong(rows -> naming(rows, pseudonym).count()).sum());
  }

  private DataFiles dataFiles() {
    return new DataFiles(spark, lake.path(table));
  }

  private static Dataset<Row> naming(Dataset<Row> rows, String pseudonym) {
    return rows.filter(names(rows.schema(), "", lit(pseudonym)));
  }

  private static Column names(StructType schema, String alias, Column pseudonym) {
    Column any = lit(false);
    for (StructField field : schema.fields()) {
      if (field.dataType().equals(DataTypes.StringType)) {
        any = any.or(col(alias + "`" + field.name() + "`").eqNullSafe(pseudonym));
      }
    }
    return any;
  }

  /**
   * Takes the rows of a person out of the newest version. The commit does not name the person: the
   * pseudonym comes as data, not in a predicate, which Delta would write into its log.
   */
  public void erase(String pseudonym) {
    Dataset<Row> person =
        spark.createDataset(List.of(pseudonym), Encoders.STRING()).toDF("pseudonym");
    Column named = names(lake.read(table).schema(), "t.", col("p.pseudonym"));
    lake.upkeep(
        table,
        () ->
            DeltaTable.forPath(spark, lake.path(table))
                .as("t")
                .merge(functions.broadcast(person).as("p"), named)
                .whenMatched()
                .delete()
                .execute(),
        Provenance::changingAnything);
  }

  /** Sets columns of some rows of the newest version. */
  public void update(Column rows, Map<String, Column> set) {
    lake.upkeep(
        table,
        () -> DeltaTable.forPath(spark, lake.path(table)).update(rows, set),
        Provenance::changingAnything);
  }

  private <T> T with(String key, String value, Supplier<T> doing) {
    spark.conf().set(key, value);
    try {
      return doing.get();
    } finally {
      spark.conf().unset(key);
    }
  }
}
