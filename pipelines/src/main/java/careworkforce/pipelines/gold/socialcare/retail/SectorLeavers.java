package careworkforce.pipelines.gold.socialcare.retail;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.panels.AscEstablishments;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.EstablishmentHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Employees who left care homes and whose destination is told, by home, quarter and whether they
 * went to a different sector ("e.g. retail", as the ASC-WDS words it). The pay gap is the log
 * outside wage of the home's area and month less the log of the pay they last had; leavers without
 * pay count, but not in its mean. An area or region that is not known is an empty word. The rate is
 * over staff, and so of the leavers of the months of whose staff their establishment tells.
 */
final class SectorLeavers {
  static final String OTHER_SECTOR = "other_sector";
  static final String GAP = "pay_gap";
  static final String LEAVERS = "leavers";
  static final String PAID = "paid_leavers";
  static final String SHARE = "share_other_sector";
  static final String RATE = "other_sector_rate";
  static final String HOME = "home";
  static final String REGION = "region";
  static final String TTWA = "ttwa";

  private static final String BESIDE_STAFF = "leavers_beside_staff";
  private static final String AWAY = "left_for_other_sector";

  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;
  private static final OutsideWageMonths WAGES = OutsideWageMonths.TABLE;

  private SectorLeavers() {}

  /** Tables that leavers are read from. */
  static List<Table> tables() {
    return List.of(SPELLS, AscEstablishments.TABLE, CareHomeLocations.TABLE, HOMES, WAGES);
  }

  /** A row a home, quarter and destination: leavers, those with pay, and their mean gap. */
  static Dataset<Row> cells(Inputs inputs) {
    Column paid = when(SPELLS.lastPay.col().gt(lit(0)), SPELLS.lastPay.col().cast("double"));
    Column gap = WAGES.logOutsideWage.col().minus(log(paid));
    Column away = when(SPELLS.destination.col().equalTo(lit(OTHER_SECTOR)), lit(1.0));
    Column beside =
        Month.number(SPELLS.endedOn.col())
            .between(col(EstablishmentHomes.FROM), col(EstablishmentHomes.TO));
    return told(inputs)
        .withColumn("left_month", trunc(SPELLS.endedOn.col(), "month"))
        .join(
            homes(inputs),
            SPELLS.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
            "inner")
        .join(
            broadcast(inputs.table(WAGES)),
            col(TTWA).equalTo(WAGES.ttwa.col()).and(col("left_month").equalTo(WAGES.month.col())),
            "left_outer")
        .groupBy(
            col(HOME),
            col(REGION),
            col(TTWA),
            HomeQuarters.quarter(SPELLS.endedOn.col()).as(HomeQuarters.QUARTER),
            coalesce(away, lit(0.0)).as(OTHER_SECTOR))
        .agg(
            count(lit(1)).cast("double").as(LEAVERS),
            count_if(beside).cast("double").as(BESIDE_STAFF),
            count(gap).cast("double").as(PAID),
            ExactTerms.mean(gap).as(GAP));
  }

  private static Dataset<Row> told(Inputs inputs) {
    return inputs
        .table(SPELLS)
        .where(
            SPELLS
                .endedOn
                .col()
                .isNotNull()
                .and(SPELLS.contract.col().isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED))
                .and(SPELLS.destinationTold()));
  }

  /**
   * The home of each employer, at which {@link HomeMonths} counts its staff too, and the months of
   * whose staff it tells.
   */
  private static Dataset<Row> homes(Inputs inputs) {
    Dataset<Row> establishments = inputs.table(AscEstablishments.TABLE);
    Dataset<Row> locations = inputs.table(CareHomeLocations.TABLE);
    Dataset<Row> reporters =
        EstablishmentHomes.reporters(EstablishmentHomes.extracts(establishments, locations));
    return broadcast(
        EstablishmentHomes.of(establishments, locations)
            .join(
                broadcast(reporters),
                new String[] {EstablishmentHomes.REPORTER, HOMES.homeId.name()},
                "left_outer")
            .join(inputs.table(HOMES), new String[] {HOMES.homeId.name()}, "inner")
            .select(
                col(EstablishmentHomes.REPORTER),
                col(EstablishmentHomes.FROM),
                col(EstablishmentHomes.TO),
                HOMES.homeId.col().as(HOME),
                coalesce(HOMES.region.col(), lit("")).as(REGION),
                coalesce(HOMES.ttwa.col(), lit("")).as(TTWA)));
  }

  /** A row a home and quarter: the share of leavers who went to a different sector, and the gap. */
  static Dataset<Row> shares(Dataset<Row> cells) {
    Column away = sum(col(LEAVERS).multiply(col(OTHER_SECTOR)));
    Column paid = sum(col(PAID));
    Column gap = sum(coalesce(col(GAP), lit(0.0)).multiply(col(PAID)));
    return cells
        .groupBy(col(HOME), col(REGION), col(TTWA), col(HomeQuarters.QUARTER))
        .agg(
            away.divide(sum(col(LEAVERS))).as(SHARE),
            sum(col(LEAVERS)).as(LEAVERS),
            sum(col(BESIDE_STAFF).multiply(col(OTHER_SECTOR))).as(AWAY),
            when(paid.gt(lit(0.0)), gap.divide(paid)).as(GAP));
  }

  /** Quarters of homes with the yearly rate of leaving to a different sector. */
  static Dataset<Row> rates(Dataset<Row> quarters, Dataset<Row> shares) {
    return quarters
        .join(
            shares.select(col(HOME).as(HOMES.homeId.name()), col(HomeQuarters.QUARTER), col(AWAY)),
            new String[] {HOMES.homeId.name(), HomeQuarters.QUARTER},
            "left_outer")
        .withColumn(
            RATE,
            coalesce(col(AWAY), lit(0.0))
                .multiply(lit(12.0))
                .divide(col(HomeQuarters.STAFF_MONTHS)));
  }
}
