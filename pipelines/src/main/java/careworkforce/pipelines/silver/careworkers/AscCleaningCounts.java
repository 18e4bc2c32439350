package careworkforce.pipelines.silver.careworkers;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * What each cleaning rule did to each extract, in the order of the rules: the sample flow of a
 * paper. Rules of establishments count rows of {@code asc_establishments}, those of workers rows of
 * {@code asc_worker_cuts}, where a first step counts the workers of dropped establishments. A rule
 * that is switched off counts nothing.
 */
public final class AscCleaningCounts extends Table {
  public static final AscCleaningCounts TABLE = new AscCleaningCounts();

  public final Field month = key("month", DataTypes.DateType, "month of the extract");
  public final Field unit =
      key("unit", DataTypes.StringType, "what is counted")
          .codes(
              CodeList.of(
                  "unit of cleaning counts",
                  "a proposal of this project",
                  "ESTABLISHMENTS",
                  "rows of the workplace extract",
                  "WORKERS",
                  "workers at a cut"));
  public final Field step = key("step", DataTypes.IntegerType, "place in the order of rules");
  public final Field rule = field("rule", DataTypes.StringType, "rule").required();
  public final Field set =
      field("rule_set", DataTypes.StringType, "who published or proposed the rule").required();
  public final Field rowsIn =
      field("rows_in", DataTypes.LongType, "rows that no earlier rule dropped").required();
  public final Field rowsDropped =
      field("rows_dropped", DataTypes.LongType, "of them, dropped by this rule").required();
  public final Field rowsChanged =
      field(
              "rows_changed",
              DataTypes.LongType,
              "rows that no rule drops of which it blanked or moved a value")
          .required();
  public final Field rowsLeft =
      field("rows_left", DataTypes.LongType, "rows in less rows dropped").required();

  private AscCleaningCounts() {
    super(
        Layer.SILVER,
        "asc_cleaning_counts",
        "one row an extract, unit and cleaning rule",
        Sensitivity.AGGREGATE);
    check(
        Check.must(
            "LEFT_IS_IN_LESS_DROPPED",
            "rows left are rows in less rows dropped",
            rowsLeft.col().equalTo(rowsIn.col().minus(rowsDropped.col()))));
    serves("06.1", "how many rows each cleaning rule drops or changes, by extract");
  }
}
