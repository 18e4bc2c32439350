package careworkforce.pipelines.silver.destinations;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.bronze.lfs.LfsLongitudinal;
import careworkforce.pipelines.silver.reference.SicDivisions;
import careworkforce.pipelines.silver.reference.SocOccupations;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Respondents who do care work in the first quarter of a panel and are told not to in the last. */
final class CareFlows {
  static final String WEIGHT = "weight";
  static final String STATE = "state";
  static final String DIVISION = "division";
  static final String OCCUPATION = "destination_occupation";

  private static final SocOccupations SOC = SocOccupations.TABLE;

  private CareFlows() {}

  /**
   * Leavers: weight, state, and of those in work the division and occupation they tell. Who is in
   * work has left where either is told and is not care's; not to tell is no leaving.
   */
  static Dataset<Row> leavers(Dataset<Row> rows, LfsLongitudinal file, Dataset<Row> occupations) {
    int last = file.quarters - 1;
    Dataset<Row> flows =
        rows.where(file.activity.get(0).col().equalTo(lit("1")))
            .where(division(file, 0).isInCollection(SicDivisions.CARE))
            .select(
                file.weight.col().as(WEIGHT),
                file.activity.get(last).col().as("activity"),
                code(file, 0).as("from_code"),
                code(file, last).as("to_code"),
                division(file, last).as(DIVISION));
    Column otherOccupation =
        col("to_code").isNotNull().and(not(coalesce(col("to_care"), lit(false))));
    Column otherIndustry =
        coalesce(not(col(DIVISION).isInCollection(SicDivisions.CARE)), lit(false));
    Column left = not(col("activity").equalTo(lit("1"))).or(otherOccupation).or(otherIndustry);
    return flows
        .join(coded(occupations, "from"), "from_code", "inner")
        .join(coded(occupations, "to"), col("to_code").equalTo(col("to_key")), "left_outer")
        .where(col("from_care").and(col("activity").isin("1", "2", "3")))
        .where(left)
        .select(
            col(WEIGHT),
            when(col("activity").equalTo(lit("1")), lit("in_work"))
                .when(col("activity").equalTo(lit("2")), lit("unemployed"))
                .otherwise(lit("inactive"))
                .as(STATE),
            when(col("activity").equalTo(lit("1")), col(DIVISION)).as(DIVISION),
            when(
                    col("activity").equalTo(lit("1")).and(col("to_code").isNotNull()),
                    coalesce(col("to_occupation"), lit(CareDestinations.OTHER)))
                .as(OCCUPATION));
  }

  private static Column code(LfsLongitudinal file, int quarter) {
    return coalesce(
        concat(lit("SOC2010"), file.soc2010.get(quarter).col()),
        concat(lit("SOC2020"), file.soc2020.get(quarter).col()));
  }

  /** First two digits of the class, which has four, or else of the subclass, which has five. */
  private static Column division(LfsLongitudinal file, int quarter) {
    return coalesce(
        division(file.industryClass.get(quarter).col(), 4),
        division(file.industrySubclass.get(quarter).col(), 5));
  }

  /** The survey leaves a leading nought out. */
  private static Column division(Column industry, int digits) {
    return when(
        length(industry).between(lit(digits - 1), lit(digits)),
        lpad(industry, digits, "0").substr(1, 2));
  }

  private static Dataset<Row> coded(Dataset<Row> occupations, String end) {
    Dataset<Row> coded =
        occupations.select(
            concat(SOC.vintage.col(), SOC.soc.col())
                .as(end.equals("from") ? "from_code" : "to_key"),
            SOC.occupation.col().as(end + "_occupation"),
            SOC.care.col().as(end + "_care"));
    return broadcast(coded);
  }

  /** The destination of each kind, null where the respondent does not tell it. */
  static Column[] destinations() {
    return new Column[] {
      array(lit(CareDestinations.STATE), col(STATE)),
      array(lit(CareDestinations.INDUSTRY), col(DIVISION)),
      array(lit(CareDestinations.OCCUPATION), col(OCCUPATION))
    };
  }
}
