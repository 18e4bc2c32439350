package careworkforce.common.time;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

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
  /** Name of a spell's first month. */
  public static final String FIRST = "spell_first";

  /** Name of a spell's last month. */
  public static final String LAST = "spell_last";

  /** Name of the number of months seen within a spell. */
  public static final String MONTHS = "spell_months";

  private static final Column RUNS = col("spell_runs");
  private static final int BLOCK = 64;

  /** Name of an interval's first day. */
  public static final String FROM = "spell_from";

  /** Name of the day after an interval's last. */
  public static final String TO = "spell_to";

  private Spells() {}

  /**
   * Collapses months to spells by a set of months a key, held as bits: hash aggregates over
   * numbers, no window and no sort of the months.
   *
   * @param months one row a month in which the key's state holds; repeated months count once
   * @param key names of the columns that tell the spells of one from those of another
   * @param month the month's number
   * @param bridged the most months that may be absent inside a spell; 0 for none
   * @return the key, {@link #FIRST}, {@link #LAST} and {@link #MONTHS}, one row a spell
   */
  public static Dataset<Row> collapse(
      Dataset<Row> months, List<String> key, Column month, int bridged) {
    Dataset<Row> runs =
        runs(months, key, month)
            .groupBy(columns(key))
            .agg(sort_array(flatten(collect_list(RUNS))).as(RUNS.toString()));
    Column starts =
        filter(
            RUNS,
            (r, i) ->
                i.equalTo(lit(0))
                    .or(first(r).minus(last(get(RUNS, i.minus(lit(1))))).gt(lit(bridged + 1))));
    Column ends =
        filter(
            RUNS,
            (r, i) ->
                i.equalTo(size(RUNS).minus(lit(1)))
                    .or(first(get(RUNS, i.plus(lit(1)))).minus(last(r)).gt(lit(bridged + 1))));
    Column spell = col("spell");
    Column from = first(spell.getField("starts"));
    Column to = last(spell.getField("ends"));
    return runs.withColumn("starts", starts)
        .withColumn("ends", ends)
        .withColumn("spell", explode(arrays_zip(col("starts"), col("ends"))))
        .select(
            with(
                columns(key),
                from.as(FIRST),
                to.as(LAST),
                aggregate(
                        filter(RUNS, r -> first(r).between(from, to)),
                        lit(0),
                        (sum, r) -> sum.plus(last(r)).minus(first(r)).plus(lit(1)))
                    .as(MONTHS)));
  }

  /**
   * Runs of consecutive months of each key and block of 64 months, in an array of first and last.
   * Most blocks hold one run, which their least and greatest month give; the bits of the others are
   * gone through.
   */
  private static Dataset<Row> runs(Dataset<Row> months, List<String> key, Column month) {
    Column bits = col("spell_bits");
    Column least = col("spell_least");
    Column greatest = col("spell_greatest");
    Column one = array(run(least, greatest));
    Column begins =
        filter(
            sequence(least, greatest),
            m -> isSet(bits, m).and(m.equalTo(least).or(not(isSet(bits, m.minus(lit(1)))))));
    Column ends =
        filter(
            sequence(least, greatest),
            m -> isSet(bits, m).and(m.equalTo(greatest).or(not(isSet(bits, m.plus(lit(1)))))));
    Column several = zip_with(begins, ends, Spells::run);
    return months
        .groupBy(with(columns(key), floor(month.divide(lit(BLOCK))).cast("int").as("spell_block")))
        .agg(
            bit_or(bit(month)).as("spell_bits"),
            min(month.cast("int")).as("spell_least"),
            max(month.cast("int")).as("spell_greatest"))
        .select(
            with(
                columns(key),
                when(bit_count(bits).equalTo(greatest.minus(least).plus(lit(1))), one)
                    .otherwise(several)
                    .as(RUNS.toString())));
  }

  private static Column bit(Column month) {
    return call_function("shiftleft", lit(1L), pmod(month, lit(BLOCK)).cast("int"));
  }

  private static Column isSet(Column bits, Column month) {
    return bits.bitwiseAND(bit(month)).notEqual(lit(0L));
  }

  private static Column run(Column first, Column last) {
    return struct(first.cast("int").as("first"), last.cast("int").as("last"));
  }

  private static Column first(Column run) {
    return run.getField("first");
  }

  private static Column last(Column run) {
    return run.getField("last");
  }

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
