package careworkforce.pipelines.silver.panels;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Residents of care homes by month, found through their registered address (Health Foundation
 * method, methods 2.8), with the days on which they could have come to A&E from the home. Of months
 * in which no episode of HES APC ended, or none under the key that addresses have, days in hospital
 * are not known, and no days at risk.
 */
public final class ResidentMonths extends Table {
  /** How a resident was matched to a home. */
  public static final CodeList MATCH_TIER =
      CodeList.of(
          "match tier",
          "methods 2.8",
          "uprn",
          "by property reference number",
          "postcode",
          "by postcode alone: less certain");

  public static final ResidentMonths TABLE = new ResidentMonths();

  public final Field personId = key("person_id", DataTypes.StringType, "pseudonym of the resident");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field homeId = field("home_id", DataTypes.StringType, "care home").required();
  public final Field matchTier =
      field("match_tier", DataTypes.StringType, "how the address was matched")
          .required()
          .codes(MATCH_TIER);
  public final Field age =
      field("age", DataTypes.IntegerType, "age at the first of the month").unit("years");
  public final Field sex = field("sex", DataTypes.StringType, "sex as delivered");
  public final Field days =
      field(
              "days",
              DataTypes.IntegerType,
              "days of the month, whole in that of entry; 15 in that of a death, whose day the link"
                  + " does not tell")
          .required();
  public final Field daysInHospital =
      field(
              "days_in_hospital",
              DataTypes.IntegerType,
              "nights' days in hospital, discharge not one; null in months of which HES APC tells"
                  + " nothing")
          .unit("days");
  public final Field daysAtRisk =
      field(
              "days_at_risk",
              DataTypes.IntegerType,
              "days less days in hospital; null where these are not known")
          .unit("days");
  public final Field died = field("died", DataTypes.BooleanType, "died in the month").required();

  private ResidentMonths() {
    super(
        Layer.SILVER,
        "resident_months",
        "one row a resident of a care home and month",
        Sensitivity.PERSONAL);
    check(
        Check.must(
            "DAYS_IN_MONTH",
            "days in hospital are no more than days",
            daysInHospital.col().leq(days.col())));
    check(
        Check.orAside(
            "AGE_POSSIBLE",
            "no resident is 120 or older: nobody in England has lived so long",
            age.col().lt(120)));
    serves("06.19", "residents 65 and over, by match tier, with days at risk");
    limits(
        "06.19",
        "HES APC tells of a stay when it has ended: of its last months days in hospital are a little"
            + " too few");
  }
}
