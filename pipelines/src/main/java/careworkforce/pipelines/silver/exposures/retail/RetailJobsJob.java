package careworkforce.pipelines.silver.exposures.retail;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.bres.BresJobs;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Weighs how retail's groups grow elsewhere by what an area's retail was made of. */
@AutoService(Job.class)
public final class RetailJobsJob implements Transform {
  private static final RetailJobs RETAIL = RetailJobs.TABLE;
  private static final BresJobs BRES = BresJobs.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;
  private static final String GROUP = "retail_group";
  private static final String SERIES = "series";
  private static final String TOLD = "told";
  private static final String NOW = "now";
  private static final String BEFORE = "before";
  private static final String SHARE = "share";
  private static final String GROWN = "grown";
  private static final String UNKNOWN = "unknown";
  private static final String FOLLOWS = "follows_a_year";

  @Override
  public Table writes() {
    return RETAIL;
  }

  @Override
  public List<Table> reads() {
    return List.of(BRES, DISTRICTS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> cells = cells(inputs.table(BRES), inputs.table(DISTRICTS));
    WindowSpec soFar =
        Window.partitionBy(RETAIL.ttwa.col(), col(GROUP))
            .orderBy(RETAIL.year.col())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column unknown = col(GROWN).isNull();
    Column known = max(col(UNKNOWN)).equalTo(lit(0)).and(RETAIL.year.col().geq(RETAIL.since.col()));
    return RETAIL.select(
        grown(cells)
            .withColumn(UNKNOWN, max(unknown.cast("int")).over(soFar))
            .withColumn(GROWN, sum(coalesce(col(GROWN), lit(0.0))).over(soFar))
            .groupBy(RETAIL.ttwa.col(), RETAIL.year.col(), RETAIL.since.col())
            .agg(
                when(known, ExactTerms.sum(col(SHARE).multiply(col(GROWN))))
                    .as(RETAIL.growth.name()),
                min(RETAIL.baseYear.col()).as(RETAIL.baseYear.name()),
                max(RETAIL.jobs.col()).as(RETAIL.jobs.name()),
                count(lit(1)).as(RETAIL.groups.name())));
  }

  /** Cells of retail's groups, under the area that their district lies in now. */
  private static Dataset<Row> cells(Dataset<Row> bres, Dataset<Row> districts) {
    return bres.where(BRES.isCounted().and(BRES.industryName.col().rlike("^47\\d ")))
        .join(
            broadcast(PresentDistricts.areas(districts, "delivered", RETAIL.ttwa.name())),
            BRES.geographyCode.col().equalTo(col("delivered")),
            "inner")
        .select(
            RETAIL.ttwa.col(),
            col("delivered"),
            RETAIL.year.is(BRES.date.col()),
            regexp_extract(BRES.industryName.col(), "^(\\d{3}) ", 1).as(GROUP),
            regexp_extract(BRES.sourceFile.col(), "(NM_\\d+_1)", 1).as(SERIES),
            BRES.value.col().as(TOLD));
  }

  /**
   * Every area, group that it tells of, and year, with the group's growth elsewhere in it: nought
   * in a year that no series tells together with the one before, null where others tell neither.
   */
  private static Dataset<Row> grown(Dataset<Row> cells) {
    Dataset<Row> pairs = pairs(cells);
    String[] here = {RETAIL.ttwa.name(), GROUP, RETAIL.year.name()};
    String[] everywhere = {GROUP, RETAIL.year.name()};
    Dataset<Row> own =
        pairs
            .groupBy(RETAIL.ttwa.col(), col(GROUP), RETAIL.year.col())
            .agg(sum(NOW).as("own_now"), sum(BEFORE).as("own_before"));
    Dataset<Row> all =
        pairs
            .groupBy(col(GROUP), RETAIL.year.col())
            .agg(sum(NOW).as("all_now"), sum(BEFORE).as("all_before"));
    Column now = col("all_now").minus(coalesce(col("own_now"), lit(0L)));
    Column before = col("all_before").minus(coalesce(col("own_before"), lit(0L)));
    Column elsewhere = now.gt(lit(0L)).and(before.gt(lit(0L)));
    return shares(cells)
        .crossJoin(broadcast(years(cells, pairs)))
        .join(broadcast(all), everywhere, "left_outer")
        .join(own, here, "left_outer")
        .withColumn(
            GROWN,
            when(elsewhere, log(now.cast("double").divide(before.cast("double"))))
                .when(col(FOLLOWS).isNull(), lit(0.0)));
  }

  /** Every year, whether a series tells it and the one before, and where the first such began. */
  private static Dataset<Row> years(Dataset<Row> cells, Dataset<Row> pairs) {
    return cells
        .select(RETAIL.year.col())
        .distinct()
        .join(
            broadcast(pairs.select(RETAIL.year.col(), lit(true).as(FOLLOWS)).distinct()),
            new String[] {RETAIL.year.name()},
            "left_outer")
        .crossJoin(
            broadcast(pairs.agg(min(RETAIL.year.col()).minus(lit(1)).as(RETAIL.since.name()))));
  }

  /** Jobs of a district's group in a year and in the one before, where one series tells both. */
  private static Dataset<Row> pairs(Dataset<Row> cells) {
    WindowSpec district =
        Window.partitionBy(col("delivered"), col(GROUP), col(SERIES)).orderBy(RETAIL.year.col());
    return cells
        .withColumn(BEFORE, lag(TOLD, 1).over(district))
        .withColumn("year_before", lag(RETAIL.year.col(), 1).over(district))
        .where(col("year_before").equalTo(RETAIL.year.col().minus(lit(1))))
        .where(col(TOLD).isNotNull().and(col(BEFORE).isNotNull()))
        .withColumnRenamed(TOLD, NOW);
  }

  /** What each area's retail was made of in the first year. */
  private static Dataset<Row> shares(Dataset<Row> cells) {
    Dataset<Row> first = cells.agg(min(RETAIL.year.col()).as(RETAIL.baseYear.name()));
    WindowSpec area = Window.partitionBy(RETAIL.ttwa.col());
    return cells
        .crossJoin(broadcast(first))
        .where(RETAIL.year.col().equalTo(RETAIL.baseYear.col()))
        .groupBy(RETAIL.ttwa.col(), col(GROUP), RETAIL.baseYear.col())
        .agg(sum(TOLD).as(TOLD))
        .where(col(TOLD).gt(lit(0L)))
        .withColumn(RETAIL.jobs.name(), sum(TOLD).over(area))
        .withColumn(SHARE, col(TOLD).cast("double").divide(RETAIL.jobs.col().cast("double")));
  }
}
