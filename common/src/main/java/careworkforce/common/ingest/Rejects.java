package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/** The contract of a bronze table's rejects: every delivered row that was not accepted, and why. */
public final class Rejects extends Table {
  public final Field period =
      key("period", DataTypes.DateType, "first day of the month the file stands for");
  public final Field file =
      field("file", DataTypes.StringType, "file the row came from").required();
  public final Field line = key("line", DataTypes.LongType, "line of the file, from 1");
  public final Field code =
      field("code", DataTypes.StringType, "why, as a code such as BAD_DATE").required();
  public final Field reason =
      field("reason", DataTypes.StringType, "why, in a sentence").required();
  public final Field column =
      field("column", DataTypes.StringType, "delivered column that failed; empty for the line")
          .required();
  public final Field content =
      field("content", DataTypes.StringType, "the line as delivered, identifiers masked")
          .required();

  private Rejects(DeliveredTable of) {
    super(
        Layer.REJECTS,
        of.name(),
        "one row a delivered row of " + of.fullName() + " that was not accepted",
        of.sensitivity());
    partitionedBy(period);
  }

  /** The rejects of a bronze table. */
  public static Rejects of(DeliveredTable table) {
    return new Rejects(table);
  }
}
