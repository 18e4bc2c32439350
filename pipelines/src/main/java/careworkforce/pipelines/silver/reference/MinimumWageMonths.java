package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The statutory pay floor in force by month and age. A rate holds for an age until the next for
 * that age comes into force; one that none follows holds for a year, as they are changed yearly.
 */
public final class MinimumWageMonths extends Table {
  public static final MinimumWageMonths TABLE = new MinimumWageMonths();

  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field apprentice = key("apprentice", DataTypes.BooleanType, "rate of apprentices");
  public final Field ageFrom = key("age_from", DataTypes.IntegerType, "youngest age").unit("years");
  public final Field ageTo =
      field("age_to", DataTypes.IntegerType, "oldest age; null for no bound").unit("years");
  public final Field rate =
      field("rate", DataTypes.createDecimalType(6, 2), "rate").unit("£ an hour").required();

  private MinimumWageMonths() {
    super(Layer.SILVER, "minimum_wage_months", "one row a month and age band", Sensitivity.PUBLIC);
    serves("06.11", "statutory pay floor by month and age band");
  }
}
