package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.bres.BresJobs;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.SicDivisions;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Brings jobs of districts to areas and industries, and weighs them by where leavers go. */
@AutoService(Job.class)
public final class OutsideWageSharesJob implements Transform {
  /** The panel whose job-flow weights count. */
  public static final Setting<String> PANEL =
      Setting.oneOf(
          "exposures.wages.panel",
          "job-flow weights of this panel: two_quarter or five_quarter",
          CareDestinations.PANELS.codes());

  private static final OutsideWageShares SHARES = OutsideWageShares.TABLE;
  private static final BresJobs BRES = BresJobs.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;
  private static final CareDestinations FLOWS = CareDestinations.TABLE;

  /** Divisions alone, not the groups within one. */
  private static final String DIVISION = "^(\\d\\d) ";

  private static final String ALL_JOBS = "all_jobs";

  @Override
  public Table writes() {
    return SHARES;
  }

  @Override
  public List<Table> reads() {
    return List.of(BRES, DISTRICTS, FLOWS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(PANEL);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> cells =
        withAreas(base(inputs.table(BRES).where(BRES.isCounted())), inputs.table(DISTRICTS));
    Dataset<Row> flows =
        inputs
            .table(FLOWS)
            .where(FLOWS.panel.col().equalTo(lit(inputs.value(PANEL))))
            .where(FLOWS.kind.col().equalTo(lit(CareDestinations.INDUSTRY)))
            .where(FLOWS.destination.col().isInCollection(SicDivisions.CARE).equalTo(lit(false)))
            .select(SHARES.division.is(FLOWS.destination.col()), FLOWS.pi.col());
    return SHARES.select(
        shares(cells)
            .join(broadcast(flows), new String[] {SHARES.division.name()}, "inner")
            .withColumn(
                SHARES.exposure.name(),
                SHARES
                    .pi
                    .col()
                    .multiply(SHARES.areaShare.col())
                    .divide(SHARES.nationalShare.col())));
  }

  /** Cells of the first year, each with all jobs of its district. */
  private static Dataset<Row> base(Dataset<Row> bres) {
    Dataset<Row> first = bres.agg(min(BRES.date.col()).as(SHARES.baseYear.name()));
    WindowSpec district = Window.partitionBy(BRES.geographyCode.col());
    Column total = BRES.industryName.col().equalTo(lit("Total"));
    return bres.crossJoin(broadcast(first))
        .where(BRES.date.col().equalTo(SHARES.baseYear.col()))
        .withColumn(ALL_JOBS, max(when(total, BRES.value.col())).over(district))
        .where(BRES.industryName.col().rlike(DIVISION).and(col(ALL_JOBS).isNotNull()))
        .select(
            BRES.geographyCode.col(),
            SHARES.baseYear.col(),
            SHARES.series.is(regexp_extract(BRES.sourceFile.col(), "(NM_\\d+_1)", 1)),
            SHARES.division.is(regexp_extract(BRES.industryName.col(), DIVISION, 1)),
            BRES.value.col(),
            col(ALL_JOBS));
  }

  private static Dataset<Row> withAreas(Dataset<Row> cells, Dataset<Row> districts) {
    Dataset<Row> areas =
        districts
            .where(DISTRICTS.region.col().isNotNull().and(DISTRICTS.ttwa.col().isNotNull()))
            .select(
                DISTRICTS.lad.col().as("delivered"),
                SHARES.region.is(DISTRICTS.region.col()),
                SHARES.ttwa.is(DISTRICTS.ttwa.col()));
    return cells.join(
        broadcast(areas), BRES.geographyCode.col().equalTo(col("delivered")), "inner");
  }

  private static Dataset<Row> shares(Dataset<Row> cells) {
    WindowSpec industry = Window.partitionBy(SHARES.division.col());
    WindowSpec area = Window.partitionBy(SHARES.ttwa.col());
    Column told = BRES.value.col().isNotNull();
    return cells
        .groupBy(SHARES.ttwa.col(), SHARES.division.col(), SHARES.region.col())
        .agg(
            min(SHARES.baseYear.col()).as(SHARES.baseYear.name()),
            min(SHARES.series.col()).as(SHARES.series.name()),
            sum(BRES.value.col()).as("told"),
            sum(when(told, col(ALL_JOBS))).as("of"),
            sum(col(ALL_JOBS)).as("size"),
            count_if(told.equalTo(lit(false))).as("withheld"))
        .groupBy(SHARES.ttwa.col(), SHARES.division.col())
        .agg(
            min(SHARES.baseYear.col()).as(SHARES.baseYear.name()),
            min(SHARES.series.col()).as(SHARES.series.name()),
            max(struct(col("size"), SHARES.region.col())).as("most"),
            sum(col("told")).as(SHARES.jobs.name()),
            sum(col("of")).as("of"),
            sum(col("withheld")).as(SHARES.districtsWithheld.name()))
        .withColumn("largest", max(col("most")).over(area))
        .withColumn(SHARES.region.name(), col("largest").getField(SHARES.region.name()))
        .withColumn(SHARES.areaShare.name(), ratio(SHARES.jobs.col(), col("of")))
        .withColumn(
            SHARES.nationalShare.name(),
            ratio(sum(SHARES.jobs.col()).over(industry), sum(col("of")).over(industry)))
        .where(SHARES.jobs.col().isNotNull().and(SHARES.nationalShare.col().gt(lit(0.0))));
  }

  private static Column ratio(Column part, Column whole) {
    return part.cast("double").divide(whole.cast("double"));
  }
}
