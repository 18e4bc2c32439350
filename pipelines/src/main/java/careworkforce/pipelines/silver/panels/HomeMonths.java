package careworkforce.pipelines.silver.panels;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The staff of care homes by month. An establishment counts from its first extract to the month in
 * which its record was last amended, after which nobody has told who left. Numerators and
 * denominators stand beside every rate, for published rates rest on narrower bases than they seem
 * to (calibration 3.2).
 */
public final class HomeMonths extends Table {
  public static final HomeMonths TABLE = new HomeMonths();

  public final Field homeId = key("home_id", DataTypes.StringType, "care home");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field staffAtStart =
      field("staff_at_start", DataTypes.LongType, "directly employed on the first day").required();
  public final Field leavers =
      field("leavers", DataTypes.LongType, "of the directly employed, who left in the month")
          .required();
  public final Field starters =
      field("starters", DataTypes.LongType, "directly employed who started in the month")
          .required();
  public final Field vacancies =
      field(
          "vacancies",
          DataTypes.LongType,
          "vacancies told in the month by returns that are not stale; null unless every"
              + " establishment that reports tells them");
  public final Field filledPosts =
      field(
          "filled_posts",
          DataTypes.createDecimalType(18, 1),
          "filled posts told in the month; null unless every establishment that reports tells"
              + " them");
  public final Field turnover =
      field("turnover", DataTypes.DoubleType, "leavers / staff at start, times twelve")
          .unit("share a year");

  private HomeMonths() {
    super(
        Layer.SILVER,
        "home_months",
        "one row a care home and month with staff",
        Sensitivity.AGGREGATE);
    check(
        Check.must(
            "STAFF_POSITIVE",
            "somebody is employed at the start of the month",
            staffAtStart.col().gt(functions.lit(0))));
    serves("06.15", "workers of each home by month");
    serves("06.14", "starters and vacancies of each home by month");
    serves("06.13", "leavers and turnover of each home by month");
    limits(
        "06.13",
        "the last month of an establishment is that of an amendment, which a leaving may have"
            + " occasioned");
    serves("02.1", "turnover with numerator and denominator, care homes only");
    limits(
        "02.1",
        "who vanishes from the record untold is staff no more and no leaver, and not kept in the"
            + " retention of asc_establishment_years");
  }
}
