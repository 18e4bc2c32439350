package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.careers.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A count over what it is a share of, with its 95% Wilson interval; null over nothing.
 *
 * @param value the share
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Rate(Field value, Field low, Field high) {

  /** Adds the rate and its interval. */
  Dataset<Row> of(Dataset<Row> rows, Column count, Column of) {
    Column share = count.cast("double").divide(of.cast("double"));
    return rows.withColumn(value.name(), when(of.gt(lit(0)), share))
        .withColumn(low.name(), Wilson.low(count, of))
        .withColumn(high.name(), Wilson.high(count, of));
  }
}
