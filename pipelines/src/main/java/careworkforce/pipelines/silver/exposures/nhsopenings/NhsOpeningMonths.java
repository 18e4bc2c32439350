package careworkforce.pipelines.silver.exposures.nhsopenings;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.AreaLinks;
import org.apache.spark.sql.types.DataTypes;

/**
 * Openings of NHS jobs in bands 2 to 4, which care staff can take (methods 2.7): {@code NO_at = sum
 * over trusts tau of (starters_tau,t + growth_tau,t) / WAP_a0}. A starter was not on the trust's
 * payroll in those bands before, or comes after an absence from every payroll; growth is the change
 * of those who are on it, but for those who are transferred out of the record with their service
 * ({@link careworkforce.pipelines.silver.spells.MassExits}), whose jobs go on. The first month of
 * the window has neither.
 *
 * <p>Instrument: {@code Z_at = sum over tau and o of E_tau,o,0 · g_o,-tau,t / WAP_a0}, the jobs of
 * occupation o that the trust had at the base times the openings nationally, the trust left out,
 * for each such job that the others had. A trust that had no jobs at the base, as one founded
 * later, has openings and no part in the prediction.
 *
 * <p>Both are also given a year for each job that the area's residents of working age would have at
 * the national rate of the base, {@code E_0 / WAP_0}, so that they do not depend on how much of
 * England is delivered.
 */
public final class NhsOpeningMonths extends Table {
  public static final NhsOpeningMonths TABLE = new NhsOpeningMonths();

  public final Field link =
      key("area_link", DataTypes.StringType, "how areas are linked").codes(AreaLinks.LINKS);
  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field perHundred =
      field("openings_per_100", DataTypes.DoubleType, "starters and growth")
          .unit("a year for each hundred residents of working age")
          .required();
  public final Field openings =
      field("nhs_openings", DataTypes.DoubleType, "starters and growth")
          .unit("a year for each job at the national rate")
          .required();
  public final Field predicted =
      field("predicted_openings", DataTypes.DoubleType, "the instrument")
          .unit("a year for each job at the national rate")
          .required();

  private NhsOpeningMonths() {
    super(
        Layer.SILVER,
        "nhs_opening_months",
        "one row an area link, travel-to-work area and month",
        Sensitivity.AGGREGATE);
    serves("06.3", "NHS job opportunities by area and month, with a leave-one-out instrument");
    limits(
        "06.3",
        "a service that comes to a trust from another, or from outside the record, counts as"
            + " openings there");
  }
}
