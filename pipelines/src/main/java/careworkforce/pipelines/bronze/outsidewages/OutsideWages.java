package careworkforce.pipelines.bronze.outsidewages;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/** Log hourly wages outside social care, in a layout of this project. */
public final class OutsideWages extends DeliveredTable {
  public static final OutsideWages TABLE = new OutsideWages();

  public final Field ttwaCode =
      field("ttwa_code", DataTypes.StringType, "travel-to-work area").required();
  public final Field month =
      field("month", DataTypes.DateType, "first day of the month").required();
  public final Field logOutsideWage =
      field(
              "log_outside_wage",
              DataTypes.DoubleType,
              "log of the mean hourly wage outside social care in the roles workers move to")
          .required()
          .unit("log £ an hour");

  private OutsideWages() {
    super("outside_wages", "one row a travel-to-work area and month", Sensitivity.PUBLIC);
    serves("06.7", "wages in the roles commonly moved to, by area and month");
    limits(
        "06.7",
        "laid out by this project: to be prepared from ASHE tables by area, as no publisher delivers it");
  }
}
