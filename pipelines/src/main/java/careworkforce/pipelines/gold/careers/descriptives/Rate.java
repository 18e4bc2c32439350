package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.careers.Byar;
import careworkforce.pipelines.gold.careers.Wilson;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A count over something, with its 95% interval; null over nothing.
 *
 * @param value the rate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param interval how the two are found
 */
public record Rate(Field value, Field low, Field high, Interval interval) {

  /** How the interval of a rate is found. */
  enum Interval {
    /** Of a share: what is counted is part of what it is over. */
    WILSON("95% Wilson interval", Wilson::low, Wilson::high),

    /** Of a Poisson count: it need be no part of what it is over, and may exceed it. */
    BYAR("95% Poisson interval of the count (Byar)", Byar::low, Byar::high);

    private final String words;
    private final BinaryOperator<Column> low;
    private final BinaryOperator<Column> high;

    Interval(String words, BinaryOperator<Column> low, BinaryOperator<Column> high) {
      this.words = words;
      this.low = low;
      this.high = high;
    }

    /** What the columns of its ends are called. */
    String words() {
      return words;
    }
  }

  /** Adds the rate and its interval. */
  Dataset<Row> of(Dataset<Row> rows, Column count, Column of) {
    Column rate = count.cast("double").divide(of.cast("double"));
    return rows.withColumn(value.name(), when(of.gt(lit(0)), rate))
        .withColumn(low.name(), interval.low.apply(count, of))
        .withColumn(high.name(), interval.high.apply(count, of));
  }
}
