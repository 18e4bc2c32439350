package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.pipelines.bronze.ashe.AsheTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Pay of a group in a region and in all other regions, of a published table by region and group.
 * Takes each region out of the sum over regions; decimals keep the sums exact in any order.
 */
final class PayElsewhere {
  private static final OutsideWageShocks SHOCKS = OutsideWageShocks.TABLE;
  private static final String JOBS = "jobs";
  private static final String WEIGHT = "jobs_of_first_year";

  /** Regions of England and the other countries; no totals of several, and none over all groups. */
  private static final String CODE = "^((?:E12|N92|S92|W92)\\d{6}) (\\S+)$";

  private PayElsewhere() {}

  /** A row a region, group and year, under the names of {@link OutsideWageShocks}. */
  static Dataset<Row> of(Dataset<Row> rows, AsheTable table) {
    Dataset<Row> pay =
        cells(rows, table)
            .withColumn(JOBS, col("cell").getField(table.jobs.name()))
            .withColumn(
                SHOCKS.logWageHere.name(),
                log(col("cell").getField(table.median.name()).cast("double")));
    return elsewhere(pay).drop("cell");
  }

  /** The latest edition of each region's cell, its code cut in two: region and {@code division}. */
  static Dataset<Row> cells(Dataset<Row> rows, AsheTable table) {
    return rows.where(table.code.col().rlike(CODE))
        .groupBy(
            SHOCKS.region.is(regexp_extract(table.code.col(), CODE, 1)),
            SHOCKS.division.is(regexp_extract(table.code.col(), CODE, 2)),
            SHOCKS.year.is(year(table.period.col())))
        .agg(
            max(struct(
                    table.period.col(),
                    table.sourceLine.col(),
                    table.jobs.col(),
                    table.median.col()))
                .as("cell"));
  }

  /**
   * The mean of the other regions. A region is in it in every year or in none, with its jobs of the
   * first year: what moves from year to year is pay alone.
   */
  private static Dataset<Row> elsewhere(Dataset<Row> pay) {
    WindowSpec cell = Window.partitionBy(SHOCKS.region.col(), SHOCKS.division.col());
    WindowSpec regions = Window.partitionBy(SHOCKS.division.col(), SHOCKS.year.col());
    Dataset<Row> years =
        pay.agg(countDistinct(SHOCKS.year.col()).as("years"), min(SHOCKS.year.col()).as("first"));
    Column inFirst = when(SHOCKS.year.col().equalTo(col("first")), col(JOBS));
    Column always = count(SHOCKS.logWageHere.col()).over(cell).equalTo(col("years"));
    Column logWage = SHOCKS.logWageHere.col().cast(DataTypes.createDecimalType(14, 12));
    Column others = sum(col("told_jobs")).over(regions).minus(col("told_jobs"));
    Column total = sum(col("told_product")).over(regions).minus(col("told_product"));
    return pay.crossJoin(broadcast(years))
        .withColumn(WEIGHT, when(always, max(inFirst).over(cell)))
        .withColumn("told_jobs", coalesce(col(WEIGHT), lit(0)))
        .withColumn("told_product", coalesce(col(WEIGHT).multiply(logWage), lit(0)))
        .withColumn(
            SHOCKS.regionsElsewhere.name(),
            count(col(WEIGHT))
                .over(regions)
                .minus(when(col(WEIGHT).isNull(), lit(0L)).otherwise(lit(1L))))
        .withColumn(
            SHOCKS.logWageElsewhere.name(),
            when(others.gt(lit(0)), total.cast("double").divide(others.cast("double"))));
  }
}
