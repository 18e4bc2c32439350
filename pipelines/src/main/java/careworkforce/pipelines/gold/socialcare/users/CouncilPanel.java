package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.ExactTerms;
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
 * Councils by financial year, measure and stratum of the survey, with the turnover of their homes
 * and the outside wage around these. Turnover is of all staff of homes that report; the wage is the
 * mean over all open homes, which count alike, as is a council's area the one with most of them. A
 * home's council is the one that most homes of its district report in the last month that any does,
 * so that a code typed wrongly moves no district. Respondents are weighted by the share of the
 * year's months in which some home reported its staff, so that a turnover known from few months
 * counts for less.
 */
final class CouncilPanel {
  static final String COUNCIL = "council";
  static final String REGION = "region";
  static final String TTWA = "ttwa";
  static final String YEAR = "year";
  static final String MEASURE = "measure";
  static final String STRATUM = "stratum";
  static final String ESTIMATE = "satisfaction";
  static final String WEIGHT = "respondents_by_months";
  static final String TURNOVER = "turnover";
  static final String WAGE = "log_outside_wage";

  private static final HomeMonths STAFF = HomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;
  private static final CouncilSatisfaction SURVEY = CouncilSatisfaction.TABLE;

  private static final String RESPONDENTS = "respondents";
  private static final String MONTHS = "months";
  private static final String REPORTED = "homes_that_report";

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
            .where(SURVEY.estimate.col().isNotNull().and(SURVEY.year.col().leq(lastYear)))
            .select(
                SURVEY.laCode.col().as(COUNCIL),
                SURVEY.year.col().as(YEAR),
                SURVEY.measure.col().as(MEASURE),
                SURVEY.estimate.col().as(ESTIMATE),
                SURVEY.stratum.col().as(STRATUM),
                SURVEY.respondents.col().cast("double").as(RESPONDENTS));
    return survey
        .join(councils(inputs), new String[] {COUNCIL, YEAR}, "inner")
        .select(
            col(COUNCIL),
            col(REGION),
            col(TTWA),
            col(MEASURE),
            col(STRATUM),
            col(YEAR).cast("double"),
            col(ESTIMATE),
            col(RESPONDENTS).multiply(col(MONTHS)).divide(lit(12)).as(WEIGHT),
            col(TURNOVER),
            col(WAGE))
        .orderBy(MEASURE, STRATUM, COUNCIL, YEAR);
  }

  /** Turnover and outside wage by council and financial year. */
  private static Dataset<Row> councils(Inputs inputs) {
    Dataset<Row> homes = homes(inputs);
    Dataset<Row> turnover =
        inputs
            .table(STAFF)
            .join(
                broadcast(homes.select(HOMES.homeId.col(), col(COUNCIL))),
                new String[] {STAFF.homeId.name()},
                "inner")
            .groupBy(col(COUNCIL), financialYear(STAFF.month.col()))
            .agg(
                sum(STAFF.leavers.col())
                    .multiply(lit(12))
                    .cast("double")
                    .divide(sum(STAFF.staffAtStart.col()))
                    .as(TURNOVER),
                count_distinct(STAFF.month.col()).as(MONTHS));
    return turnover.join(wages(homes, inputs), new String[] {COUNCIL, YEAR}, "inner");
  }

  /** The outside wage around all open homes of a council, and the area and region of most. */
  private static Dataset<Row> wages(Dataset<Row> homes, Inputs inputs) {
    Column open =
        HOMES
            .openedOn
            .col()
            .leq(WAGES.month.col())
            .and(HOMES.closedOn.col().isNull().or(HOMES.closedOn.col().gt(WAGES.month.col())));
    return homes
        .join(broadcast(inputs.table(WAGES)), new String[] {WAGES.ttwa.name()}, "inner")
        .where(open)
        .groupBy(
            col(COUNCIL),
            financialYear(WAGES.month.col()),
            HOMES.region.col().as(REGION),
            HOMES.ttwa.col().as(TTWA))
        .agg(count(lit(1)).as("homes"), ExactTerms.sum(WAGES.logOutsideWage.col()).as("wages"))
        .groupBy(col(COUNCIL), col(YEAR))
        .agg(
            max(struct(col("homes"), col(TTWA), col(REGION))).as("most"),
            ExactTerms.sum(col("wages")).divide(sum(col("homes"))).as(WAGE))
        .select(
            col(COUNCIL),
            col(YEAR),
            col("most").getField(TTWA).as(TTWA),
            col("most").getField(REGION).as(REGION),
            col(WAGE));
  }

  private static Column financialYear(Column month) {
    return year(add_months(month, MONTHS_TO_APRIL)).as(YEAR);
  }

  /** All homes with the council that most homes of their district report. */
  private static Dataset<Row> homes(Inputs inputs) {
    Dataset<Row> homes =
        inputs
            .table(HOMES)
            .where(HOMES.region.col().isNotNull().and(HOMES.lad.col().isNotNull()))
            .select(
                HOMES.homeId.col(),
                HOMES.region.col(),
                HOMES.ttwa.col(),
                HOMES.lad.col(),
                HOMES.openedOn.col(),
                HOMES.closedOn.col());
    return homes.join(
        broadcast(councilOfDistrict(homes, inputs)), new String[] {HOMES.lad.name()}, "inner");
  }

  /** Of councils that as many homes report, the one with the lowest code. */
  private static Dataset<Row> councilOfDistrict(Dataset<Row> homes, Inputs inputs) {
    Column ofMost =
        min(
            struct(
                negate(unix_date(ESTABLISHMENTS.month.col())).as("latest_first"),
                negate(col(REPORTED)).as("most_first"),
                ESTABLISHMENTS.council.col()));
    return inputs
        .table(ESTABLISHMENTS)
        .where(
            ESTABLISHMENTS.droppedBy.col().isNull().and(ESTABLISHMENTS.council.col().isNotNull()))
        .join(
            broadcast(
                inputs.table(LOCATIONS).select(LOCATIONS.locationId.col(), LOCATIONS.homeId.col())),
            new String[] {LOCATIONS.locationId.name()},
            "inner")
        .join(
            broadcast(homes.select(HOMES.homeId.col(), HOMES.lad.col())),
            new String[] {HOMES.homeId.name()},
            "inner")
        .groupBy(HOMES.lad.col(), ESTABLISHMENTS.month.col(), ESTABLISHMENTS.council.col())
        .agg(count_distinct(HOMES.homeId.col()).as(REPORTED))
        .groupBy(HOMES.lad.col())
        .agg(ofMost.getField(ESTABLISHMENTS.council.name()).as(COUNCIL));
  }
}
