package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/** The account of every file ever delivered: what it was, and what became of its rows. */
public final class FileLedger extends Table {
  public static final FileLedger TABLE = new FileLedger();

  /** The status of a file whose rows stand. */
  public static final String INGESTED = FileStatus.INGESTED.label();

  public final Field tableName =
      key("table_name", DataTypes.StringType, "bronze table the file is for");
  public final Field source =
      field("source", DataTypes.StringType, "folder below sources.path").required();
  public final Field file = key("file", DataTypes.StringType, "path below the source's folder");
  public final Field period =
      field("period", DataTypes.DateType, "first day of the month it stands for").required();
  public final Field sha256 = key("sha256", DataTypes.StringType, "hash of the file as delivered");
  public final Field bytes =
      field("bytes", DataTypes.LongType, "size as delivered").required().unit("bytes");
  public final Field modified =
      field(
              "modified",
              DataTypes.LongType,
              "the file's own time stamp, a hint that it is unchanged")
          .required()
          .unit("ms since 1970");
  public final Field delivered =
      field("delivered", DataTypes.LongType, "rows: accepted + rejected + duplicates").required();
  public final Field accepted =
      field("accepted", DataTypes.LongType, "rows in the bronze table").required();
  public final Field rejected =
      field("rejected", DataTypes.LongType, "rows in the rejects table").required();
  public final Field duplicates =
      field("duplicates", DataTypes.LongType, "rows equal to an earlier line of the file")
          .required();
  public final Field layout =
      field("layout", DataTypes.StringType, "layout it was read by, with its fingerprint")
          .required();
  public final Field status =
      field(
              "status",
              DataTypes.StringType,
              "ingested, same, replaced, withdrawn, superseded, quarantined or refused")
          .required();
  public final Field note =
      field("note", DataTypes.StringType, "what a person should know").required();
  public final Field runId =
      field("run_id", DataTypes.StringType, "run that last looked at it").required();

  private FileLedger() {
    super(
        Layer.META,
        "file_ledger",
        "one row a bronze table, file and content delivered",
        Sensitivity.AGGREGATE);
    partitionedBy(tableName);
  }
}
