package careworkforce.common.time;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Spells: maximal runs of months, or of days, in which something holds. Months are whole numbers as
 * in {@link Month}; intervals of days are half open, {@code [from, to)}.
 */
public final class Spells {
  /** Name of an interval's first day. */
  public static final String FROM = "spell_from";

  /** Name of the day after an interval's last. */
  public static final String TO = "spell_to";

  private Spells() {}

  /**
   * Merges intervals of one key that overlap or touch.
   *
   * @param intervals one row an interval; an empty one ({@code to <= from}) is left out
   * @param key names of the columns within which intervals are merged
   * @return the key, {@link #FROM} and {@link #TO}; no two of one key overlap or touch
   */
  public static Dataset<Row> merge(
      Dataset<Row> intervals, List<String> key, Column from, Column to) {
    WindowSpec inOrder = Window.partitionBy(columns(key)).orderBy(col(FROM), col(TO));
    Column reached = max(col(TO)).over(inOrder.rowsBetween(Window.unboundedPreceding(), -1));
    Column begins = when(col(FROM).leq(reached), lit(0)).otherwise(lit(1));
    String[] grouped = with(key, "spell_number");
    return intervals
        .select(with(columns(key), from.as(FROM), to.as(TO)))
        .where(col(TO).gt(col(FROM)))
        .withColumn("spell_begins", begins)
        .withColumn("spell_number", sum(col("spell_begins")).over(inOrder))
        .groupBy(columns(List.of(grouped)))
        .agg(min(col(FROM)).as(FROM), max(col(TO)).as(TO))
        .drop("spell_number");
  }

  /**
   * Splits intervals at the first of each month.
   *
   * @param intervals one row an interval of days
   * @return every column given, and month ({@code month_number}) and days of the interval in it
   *     ({@code days}), one row a month touched
   */
  public static Dataset<Row> splitByMonth(Dataset<Row> intervals, Column from, Column to) {
    Column number = col("month_number");
    Column lastDay = date_sub(to, 1);
    Column begin = greatest(from, Month.first(number));
    Column end = least(to, Month.first(number.plus(lit(1))));
    return intervals
        .where(to.gt(from))
        .withColumn("month_number", explode(sequence(Month.number(from), Month.number(lastDay))))
        .withColumn("days", datediff(end, begin));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col(n)).toArray(Column[]::new);
  }

  private static Column[] with(Column[] first, Column... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(first), java.util.Arrays.stream(more))
        .toArray(Column[]::new);
  }

  private static String[] with(List<String> first, String more) {
    return java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of(more))
        .toArray(String[]::new);
  }
}
