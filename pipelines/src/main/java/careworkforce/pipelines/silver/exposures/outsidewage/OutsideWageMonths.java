package careworkforce.pipelines.silver.exposures.outsidewage;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/** The log wage outside social care by travel-to-work area and month: the study's instrument. */
public final class OutsideWageMonths extends Table {
  public static final OutsideWageMonths TABLE = new OutsideWageMonths();

  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field logOutsideWage =
      field("log_outside_wage", DataTypes.DoubleType, "log of the mean hourly wage outside")
          .unit("log £ an hour")
          .required();

  private OutsideWageMonths() {
    super(
        Layer.SILVER,
        "outside_wage_months",
        "one row a travel-to-work area and month",
        Sensitivity.PUBLIC);
    serves("06.7", "outside wages in the roles commonly moved to");
  }
}
