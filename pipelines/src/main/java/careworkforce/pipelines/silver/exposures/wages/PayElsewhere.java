package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
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

  private static Dataset<Row> elsewhere(Dataset<Row> pay) {
    WindowSpec regions = Window.partitionBy(SHOCKS.division.col(), SHOCKS.year.col());
    Column published = SHOCKS.logWageHere.col().isNotNull().and(col(JOBS).isNotNull());
    Column jobs = when(published, col(JOBS)).otherwise(lit(0));
    Column product =
        when(
                published,
                col(JOBS)
                    .multiply(SHOCKS.logWageHere.col().cast(DataTypes.createDecimalType(14, 12))))
            .otherwise(lit(0));
    Column others = sum(col("told_jobs")).over(regions).minus(col("told_jobs"));
    Column total = sum(col("told_product")).over(regions).minus(col("told_product"));
    return pay.withColumn("told_jobs", jobs)
        .withColumn("told_product", product)
        .withColumn(
            SHOCKS.regionsElsewhere.name(),
            coalesce(count(when(published, lit(1))).over(regions), lit(0L))
                .minus(when(published, lit(1L)).otherwise(lit(0L))))
        .withColumn(
            SHOCKS.logWageElsewhere.name(),
            when(others.gt(lit(0)), total.cast("double").divide(others.cast("double"))));
  }
}
