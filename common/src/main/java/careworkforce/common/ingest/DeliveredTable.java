package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The contract of a bronze table: rows of delivered files, typed, each with the place it came from.
 * One file stands for one period, so period and line are the key. Columns carry the delivered name
 * in lower snake case; a person's key is its pseudonym. What must hold of a row its {@link Parse}
 * holds; a promise beside that is one of {@link careworkforce.common.table.Check#should}, told of
 * as files are taken in.
 */
public abstract class DeliveredTable extends Table {
  /** First day of the month the file stands for; a delivery replaces its period as a whole. */
  public final Field period =
      key("period", DataTypes.DateType, "first day of the month the file stands for");

  /** Path of the file below the source's folder. */
  public final Field sourceFile =
      field("source_file", DataTypes.StringType, "file the row came from").required();

  /** Line of the file on which the row begins. */
  public final Field sourceLine =
      key("source_line", DataTypes.LongType, "line of the file the row begins on, from 1");

  /**
   * Begins a contract.
   *
   * @param name snake case, unique among bronze tables
   * @param grain what one row is, in one sentence
   * @param sensitivity what it holds about people
   */
  protected DeliveredTable(String name, String grain, Sensitivity sensitivity) {
    super(Layer.BRONZE, name, grain, sensitivity);
    partitionedBy(period);
  }
}
