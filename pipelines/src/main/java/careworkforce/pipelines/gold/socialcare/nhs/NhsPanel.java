package careworkforce.pipelines.gold.socialcare.nhs;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.exposures.nhsopenings.NhsOpeningMonths;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.EstablishmentHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Care homes and their staff beside the NHS openings of their travel-to-work area: the year's mean,
 * as openings of one month are few and tell little of how many there are to be had. Neither goes
 * past the last month before COVID.
 */
final class NhsPanel {
  static final String HOME = "home";
  static final String REGION = "region";
  static final String TTWA = "ttwa";
  static final String MONTH = "month";
  static final String OPENINGS = "nhs_openings";
  static final String PREDICTED = "predicted_openings";
  static final String STAFF = "staff";
  static final String TURNOVER = "turnover";
  static final String STARTERS = "starters_rate";
  static final String LOG_STAFF = "log_staff";
  static final String GROWTH = "staff_growth";
  static final String SHARE = "share";
  static final String OF = "of";

  private static final HomeMonths MONTHS = HomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final NhsOpeningMonths NHS = NhsOpeningMonths.TABLE;
  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;
  private static final String FIRST_REPORT = "first_report";

  private NhsPanel() {}

  static List<Table> tables() {
    return List.of(MONTHS, HOMES, NHS, SPELLS, AscEstablishments.TABLE, CareHomeLocations.TABLE);
  }

  /** A row a home and month. */
  static Dataset<Row> months(Inputs inputs) {
    Column staff = MONTHS.staffAtStart.col().cast("double");
    return withOpenings(
        inputs.table(MONTHS).join(homes(inputs), MONTHS.homeId.col().equalTo(col(HOME)), "inner"),
        MONTHS.month.col(),
        inputs,
        staff.as(STAFF),
        log(staff).as(LOG_STAFF),
        MONTHS.turnover.col().as(TURNOVER),
        MONTHS.starters.col().multiply(lit(12.0)).divide(staff).as(STARTERS));
  }

  /**
   * A row a home and year: growth of log staff on the year before, and the year's openings.
   *
   * @param leastMonths of a year in which the staff of a home must be seen for the year to count
   */
  static Dataset<Row> years(Dataset<Row> months, int leastMonths) {
    Dataset<Row> years =
        months
            .groupBy(col(HOME), col(REGION), col(TTWA), inYear().as("in_year"))
            .agg(
                log(avg(col(STAFF))).as("level"),
                ExactTerms.mean(col(OPENINGS)).as(OPENINGS),
                count(lit(1)).as("seen"))
            .where(col("seen").geq(lit(leastMonths)));
    Dataset<Row> before =
        years.select(
            col(HOME), col("in_year").plus(lit(1)).as("in_year"), col("level").as("before"));
    return years
        .join(before, new String[] {HOME, "in_year"}, "inner")
        .withColumn(GROWTH, col("level").minus(col("before")));
  }

  private static Column inYear() {
    return floor(col(MONTH).divide(lit(12))).cast("int");
  }

  /**
   * A row an area and month: leavers whose destination is told, and the share who went to the
   * health sector.
   */
  static Dataset<Row> toHealth(Inputs inputs) {
    return shares(
        inputs,
        SPELLS.endedOn.col(),
        SPELLS.destinationTold(),
        SPELLS.destination.col().equalTo(lit("health")));
  }

  /**
   * A row an area and month: recruits whose source is known, and the share from health. Who started
   * before the month of the employer's first extract is seen if he or she stayed until then, and is
   * left out.
   */
  static Dataset<Row> fromHealth(Inputs inputs) {
    return shares(
        inputs,
        SPELLS.startedOn.col(),
        SPELLS
            .sourceTold()
            .and(SPELLS.startedOn.col().geq(col(FIRST_REPORT)))
            .and(not(SPELLS.cameWith(col(FIRST_REPORT)))),
        SPELLS.recruitedFrom.col().equalTo(lit(AscwdsCodes.HEALTH)));
  }

  private static Dataset<Row> shares(Inputs inputs, Column on, Column known, Column health) {
    WindowSpec employer = Window.partitionBy(SPELLS.establishmentId.col());
    Dataset<Row> events =
        inputs
            .table(SPELLS)
            .withColumn(FIRST_REPORT, min(SPELLS.firstSeen.col()).over(employer))
            .where(
                SPELLS
                    .contract
                    .col()
                    .isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED)
                    .and(on.isNotNull())
                    .and(known))
            .withColumn("event_month", trunc(on, "month"))
            .withColumn("health", when(health, lit(1.0)).otherwise(lit(0.0)))
            .join(
                employers(inputs),
                SPELLS.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
                "inner");
    return withOpenings(events, col("event_month"), inputs, col("health"))
        .groupBy(col(TTWA), col(REGION), col(MONTH), col(OPENINGS))
        .agg(avg(col("health")).as(SHARE), sum(lit(1.0)).as(OF));
  }

  private static Dataset<Row> homes(Inputs inputs) {
    return broadcast(
        inputs
            .table(HOMES)
            .where(HOMES.region.col().isNotNull().and(HOMES.ttwa.col().isNotNull()))
            .select(
                HOMES.homeId.col().as(HOME),
                HOMES.region.col().as(REGION),
                HOMES.ttwa.col().as(TTWA)));
  }

  /** The home of each employer, at which {@link HomeMonths} counts its staff too. */
  private static Dataset<Row> employers(Inputs inputs) {
    Dataset<Row> employers =
        EstablishmentHomes.of(
            inputs.table(AscEstablishments.TABLE), inputs.table(CareHomeLocations.TABLE));
    return broadcast(employers.join(homes(inputs), HOMES.homeId.col().equalTo(col(HOME)), "inner"));
  }

  private static Dataset<Row> withOpenings(
      Dataset<Row> rows, Column month, Inputs inputs, Column... more) {
    Column last = lit(SocialcareSample.lastMonth(inputs));
    Dataset<Row> openings =
        inputs
            .table(NHS)
            .where(NHS.month.col().leq(last))
            .where(NHS.link.col().equalTo(lit(AreaLinks.TTWA)))
            .groupBy(NHS.ttwa.col().as("nhs_area"), year(NHS.month.col()).as("nhs_year"))
            .agg(
                ExactTerms.mean(NHS.openings.col()).as(OPENINGS),
                ExactTerms.mean(NHS.predicted.col()).as(PREDICTED));
    Column[] shared = {
      col(HOME),
      col(REGION),
      col(TTWA),
      Month.number(month).cast("double").as(MONTH),
      col(OPENINGS),
      col(PREDICTED)
    };
    return rows.where(month.leq(last))
        .join(
            broadcast(openings),
            col(TTWA).equalTo(col("nhs_area")).and(year(month).equalTo(col("nhs_year"))),
            "inner")
        .select(Stream.concat(Arrays.stream(shared), Arrays.stream(more)).toArray(Column[]::new));
  }
}
