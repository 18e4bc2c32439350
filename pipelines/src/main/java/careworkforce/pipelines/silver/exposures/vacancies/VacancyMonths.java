package careworkforce.pipelines.silver.exposures.vacancies;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.AreaLinks;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code OV_at = sum over p of pi_p · V_pat / E_pa0} (methods 2.7): adverts in the occupations
 * other than care work that care staff go to, each set against the jobs there were at the census
 * and weighted by the share of leavers who go there ({@link
 * careworkforce.pipelines.silver.destinations.CareDestinations}). The weights of occupations with
 * adverts in the month sum to one. Over a link, areas count by its weights.
 */
public final class VacancyMonths extends Table {
  /** Names of the scopes. */
  public static final String ALL = "all";

  public static final String OTHER = "no_retail_nhs";

  /** Which occupations count. */
  public static final CodeList SCOPES =
      CodeList.of(
          "occupations of the vacancy index",
          "methods 2.7",
          ALL,
          "all that care staff go to, care work left out",
          OTHER,
          "without retail and NHS occupations, for use beside their own measures");

  public static final VacancyMonths TABLE = new VacancyMonths();

  public final Field link =
      key("area_link", DataTypes.StringType, "how areas are linked").codes(AreaLinks.LINKS);
  public final Field scope =
      key("scope", DataTypes.StringType, "which occupations count").codes(SCOPES);
  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field month = key("month", DataTypes.DateType, "first day of the month");
  public final Field index =
      field("vacancy_index", DataTypes.DoubleType, "adverts for each job outside").required();

  private VacancyMonths() {
    super(
        Layer.SILVER,
        "vacancy_months",
        "one row an area link, scope, travel-to-work area and month",
        Sensitivity.PUBLIC);
    serves("06.8", "outside vacancies in the occupations that care staff go to");
  }
}
