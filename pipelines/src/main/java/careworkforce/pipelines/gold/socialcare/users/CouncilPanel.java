package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.outcomes.satisfaction.CouncilSatisfaction;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Councils by financial year and measure of the survey, with the turnover of their homes and the
 * outside wage around these, both weighted by staff. A home's council is the one it last reported;
 * a council's area is the one with most of its staff.
 */
final class CouncilPanel {
  static final String COUNCIL = "council";
  static final String REGION = "region";
  static final String TTWA = "ttwa";
  static final String YEAR = "year";
  static final String MEASURE = "measure";
  static final String ESTIMATE = "satisfaction";
  static final String RESPONDENTS = "respondents";
  static final String TURNOVER = "turnover";
  static final String WAGE = "log_outside_wage";

  private static final HomeMonths STAFF = HomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;
  private static final CouncilSatisfaction SURVEY = CouncilSatisfaction.TABLE;

  /** Financial years begin with April. */
  private static final int MONTHS_TO_APRIL = -3;

  private CouncilPanel() {}

  static List<Table> tables() {
    return List.of(STAFF, HOMES, LOCATIONS, ESTABLISHMENTS, WAGES, SURVEY);
  }

  /** Councils and years that begin before COVID, in order. */
  static Dataset<Row> rows(Inputs inputs) {
    Column lastYear = year(add_months(lit(SocialcareSample.lastMonth(inputs)), MONTHS_TO_APRIL));
    Dataset<Row> survey =
        inputs
            .table(SURVEY)
            .where(SURVEY.stratum.col().equalTo(lit(CouncilSatisfaction.ALL)))
            .where(SURVEY.estimate.col().isNotNull().and(SURVEY.year.col().leq(lastYear)))
            .select(
                SURVEY.laCode.col().as(COUNCIL),
                SURVEY.year.col().as(YEAR),
                SURVEY.measure.col().as(MEASURE),
                SURVEY.estimate.col().as(ESTIMATE),
                SURVEY.respondents.col().cast("double").as(RESPONDENTS));
    return survey
        .join(councils(inputs), new String[] {COUNCIL, YEAR}, "inner")
        .select(
            col(COUNCIL),
            col(REGION),
            col(TTWA),
            col(MEASURE),
            col(YEAR).cast("double"),
            col(ESTIMATE),
            col(RESPONDENTS),
            col(TURNOVER),
            col(WAGE))
        .orderBy(MEASURE, COUNCIL, YEAR);
  }

  /** Turnover and outside wage by council and financial year. */
  private static Dataset<Row> councils(Inputs inputs) {
    Column staff = STAFF.staffAtStart.col().cast("double");
    Dataset<Row> byArea =
        inputs
            .table(STAFF)
            .join(broadcast(councilOfHome(inputs)), new String[] {STAFF.homeId.name()}, "inner")
            .join(
                broadcast(
                    inputs
                        .table(HOMES)
                        .where(HOMES.region.col().isNotNull())
                        .select(HOMES.homeId.col(), HOMES.region.col(), HOMES.ttwa.col())),
                new String[] {HOMES.homeId.name()},
                "inner")
            .join(
                broadcast(inputs.table(WAGES)),
                new String[] {WAGES.ttwa.name(), WAGES.month.name()},
                "inner")
            .groupBy(
                col(COUNCIL),
                year(add_months(STAFF.month.col(), MONTHS_TO_APRIL)).as(YEAR),
                HOMES.region.col().as(REGION),
                HOMES.ttwa.col().as(TTWA))
            .agg(
                sum(staff).as("staff"),
                sum(STAFF.leavers.col()).as("left"),
                sum(staff.multiply(WAGES.logOutsideWage.col())).as("wages"));
    return byArea
        .groupBy(col(COUNCIL), col(YEAR))
        .agg(
            max(struct(col("staff"), col(TTWA), col(REGION))).as("most"),
            sum(col("left")).multiply(lit(12)).divide(sum(col("staff"))).as(TURNOVER),
            sum(col("wages")).divide(sum(col("staff"))).as(WAGE))
        .select(
            col(COUNCIL),
            col(YEAR),
            col("most").getField(TTWA).as(TTWA),
            col("most").getField(REGION).as(REGION),
            col(TURNOVER),
            col(WAGE));
  }

  private static Dataset<Row> councilOfHome(Inputs inputs) {
    return inputs
        .table(ESTABLISHMENTS)
        .where(ESTABLISHMENTS.council.col().isNotNull())
        .join(
            broadcast(
                inputs.table(LOCATIONS).select(LOCATIONS.locationId.col(), LOCATIONS.homeId.col())),
            new String[] {LOCATIONS.locationId.name()},
            "inner")
        .groupBy(LOCATIONS.homeId.col())
        .agg(
            max(struct(ESTABLISHMENTS.month.col(), ESTABLISHMENTS.council.col()))
                .getField(ESTABLISHMENTS.council.name())
                .as(COUNCIL));
  }
}
