package careworkforce.pipelines.silver.exposures.minimumwage;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The bite of the minimum wage (methods 2.8): {@code GAP_h = sum of hours max(MW - w, 0) / sum of
 * hours w} over the workers i of establishment h, by how much a rise of the floor would raise the
 * wage bill if nothing else changed (the measure of Machin, Manning and Rahman 2003). {@code MW} is
 * the rate for the worker's age from the rise on, {@code w} what the last cut of ASC-WDS within the
 * twelve months before told. A month has the bite of the rise in force.
 *
 * <p>A rise is a month in which the highest rate does. Workers are those of {@code asc_worker_cuts}
 * that no rule drops and whose pay, hours and age are told; apprentices are not told apart there
 * and are held to the rate of their age.
 */
public final class MinimumWageBite extends Table {
  public static final MinimumWageBite TABLE = new MinimumWageBite();

  public final Field establishmentId =
      key("establishment_id", DataTypes.StringType, "ASC-WDS establishment");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field rise =
      field("rise", DataTypes.DateType, "month from which the floor in force holds").required();
  public final Field cut =
      field("cut", DataTypes.DateType, "month of the records that tell of pay before").required();
  public final Field workers =
      field("workers", DataTypes.LongType, "workers whose pay, hours and age are told").required();
  public final Field below =
      field("workers_below", DataTypes.LongType, "of these, paid less than the floor in force")
          .required();
  public final Field hours =
      field("hours", DataTypes.createDecimalType(18, 1), "hours of all these workers")
          .unit("hours a week")
          .required();
  public final Field wageBill =
      field("wage_bill", DataTypes.createDecimalType(18, 3), "hours times hourly pay")
          .unit("£ a week")
          .required();
  public final Field shortfall =
      field("shortfall", DataTypes.createDecimalType(18, 3), "what the floor adds to the bill")
          .unit("£ a week")
          .required();
  public final Field bite =
      field("bite", DataTypes.DoubleType, "shortfall / wage bill").unit("share").required();

  private MinimumWageBite() {
    super(
        Layer.SILVER,
        "minimum_wage_bite",
        "one row an establishment and month under a floor that its pay before is known for",
        Sensitivity.AGGREGATE);
    check(
        Check.must(
            "BITE_NOT_NEGATIVE",
            "a floor takes nothing from the wage bill",
            bite.col().geq(functions.lit(0))));
    serves("06.11", "how far each rise of the pay floor reaches into an establishment's pay");
    limits(
        "06.11", "apprentices are held to the rate of their age, as cuts do not tell them apart");
  }

  /** The bite of those whose shortfall and wage bill stand in a row. */
  Column share() {
    return shortfall
        .col()
        .cast(DataTypes.DoubleType)
        .divide(wageBill.col().cast(DataTypes.DoubleType));
  }
}
