package careworkforce.pipelines.bronze.minimumwage;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Hourly rates of the National Minimum Wage and, from April 2016, the National Living Wage, by the
 * day they came into force and by age (gov.uk, "National Minimum Wage and National Living Wage
 * rates", Open Government Licence). The rates are the published ones, also in a synthetic world;
 * the page is no file, and its layout as one is ours.
 */
public final class MinimumWageRates extends DeliveredTable {
  public static final MinimumWageRates TABLE = new MinimumWageRates();

  public final Field from = field("from_date", DataTypes.DateType, "first day in force").required();
  public final Field ageFrom =
      field("age_from", DataTypes.IntegerType, "youngest age").unit("years").required();
  public final Field ageTo =
      field("age_to", DataTypes.IntegerType, "oldest age; null for no bound").unit("years");
  public final Field apprentice =
      field("apprentice", DataTypes.BooleanType, "of apprentices under 19 or in their first year")
          .required();
  public final Field rate =
      field("rate", DataTypes.createDecimalType(6, 2), "rate").unit("£ an hour").required();

  private MinimumWageRates() {
    super("minimum_wage_rates", "one row a rate and delivery", Sensitivity.PUBLIC);
    serves("06.11", "statutory pay floors, by age");
    limits(
        "06.11",
        "laid out by this project: to be typed from the rates that the government publishes");
  }
}
