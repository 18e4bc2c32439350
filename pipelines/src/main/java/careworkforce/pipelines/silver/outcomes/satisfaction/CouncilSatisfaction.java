package careworkforce.pipelines.silver.outcomes.satisfaction;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Stratified estimates of the Adult Social Care Survey by council and financial year, with the
 * official weights, variance and suppression (NHSDigital/ASC-User-Survey; methods 2.8). The lowest
 * geography is the council's stratum. Strata in which nobody answered have no weight.
 */
public final class CouncilSatisfaction extends Table {
  /** The stratum that stands for all four. */
  public static final String ALL = "all";

  /** What is estimated. */
  public static final CodeList MEASURE =
      CodeList.of(
          "measure",
          "Adult Social Care Outcomes Framework",
          "1A",
          "social care-related quality of life: 32 - (q3a + … + q9a + q11), mean",
          "1B",
          "control over daily life: q3a 1 or 2, %",
          "1L1",
          "as much social contact as they want: q8a 1, %",
          "3A",
          "extremely or very satisfied: q1Comb 1, %",
          "3D1",
          "information easy to find: q12 2 or 3 of 2 to 5, %",
          "4A",
          "feel safe: q7a 1, %",
          "4B",
          "services help to feel safe: q7b 1, %");

  public static final CouncilSatisfaction TABLE = new CouncilSatisfaction();

  public final Field laCode = key("la_code", DataTypes.StringType, "council");
  public final Field year =
      key("survey_year", DataTypes.IntegerType, "year in which the financial year begins");
  public final Field measure =
      key("measure", DataTypes.StringType, "what is estimated").codes(MEASURE);
  public final Field stratum =
      key("stratum", DataTypes.StringType, "stratum of the sample, or all four together");
  public final Field respondents =
      field("respondents", DataTypes.LongType, "people with a valid answer").required();
  public final Field population =
      field("population", DataTypes.LongType, "people in the strata that answered").required();
  public final Field estimate =
      field("estimate", DataTypes.DoubleType, "percentage, or mean score; null where suppressed");
  public final Field variance =
      field(
          "variance",
          DataTypes.DoubleType,
          "of the estimate, with finite population correction; null with one answer in a stratum");
  public final Field margin =
      field("margin", DataTypes.DoubleType, "half of the 95% interval: 1.96 roots of the variance");
  public final Field suppressed =
      field("suppressed", DataTypes.BooleanType, "one or two respondents: [c]").required();

  private CouncilSatisfaction() {
    super(
        Layer.SILVER,
        "council_satisfaction",
        "one row a council, survey year, measure and stratum",
        Sensitivity.AGGREGATE);
    serves("06.21", "satisfaction and quality of life by council and year, official weights");
  }
}
