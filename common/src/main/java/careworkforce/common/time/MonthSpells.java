package careworkforce.common.time;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Spells of months: maximal runs of months in which something holds. Months are whole numbers as in
 * {@link Month}.
 */
public final class MonthSpells {
  /** Name of a spell's first month. */
  public static final String FIRST = "spell_first";

  /** Name of a spell's last month. */
  public static final String LAST = "spell_last";

  private static final Column RUNS = col("spell_runs");

  /** Of each core that the months are read by; few, as each folds the months that it reads. */
  private static final int TASKS = 4;

  /** So few months are not gathered first: each stands as a run, and is joined with the others. */
  private static final int FEW = 3;

  private MonthSpells() {}

  /**
   * Collapses months to spells: sets of months a key, held as bits in hash aggregates over numbers,
   * so that the months themselves need no sort.
   *
   * @param months one row a month in which the key's state holds; repeated months count once
   * @param key names of the columns that tell the spells of one from those of another
   * @param of how many of them, from the first, tell whose spells they are: of two keys with the
   *     same values there, no month is of both
   * @param month the month's number
   * @param bridged the most months that may be absent inside a spell; 0 for none
   * @return the key, {@link #FIRST} and {@link #LAST}, one row a spell
   */
  public static Dataset<Row> collapse(
      Dataset<Row> months, List<String> key, int of, Column month, int bridged) {
    return joined(eachRun(runs(inFewTasks(months), key, month), key), key, of, bridged);
  }

  /**
   * The more months of a person one task reads, the fewer rows it passes on: a file of one month
   * alone would pass on each.
   */
  private static Dataset<Row> inFewTasks(Dataset<Row> months) {
    return months.coalesce(TASKS * months.sparkSession().sparkContext().defaultParallelism());
  }

  /**
   * Puts other months in the place of some: equal to collapsing all months anew, of which only
   * those replaced are read.
   *
   * @param spells spells of the key, {@link #FIRST} and {@link #LAST}, no month bridged
   * @param replaced the months that no longer stand as the spells have them
   * @param months one row a month of those replaced in which the key's state holds
   * @return as {@link #collapse} gives
   */
  public static Dataset<Row> mended(
      Dataset<Row> spells,
      Collection<Month> replaced,
      Dataset<Row> months,
      List<String> key,
      int of,
      Column month) {
    Column parts = without(new TreeSet<>(replaced), col(FIRST), col(LAST));
    Dataset<Row> kept =
        eachRun(spells.select(with(columns(key), parts.as(RUNS.toString()))), key)
            .where(col(FIRST).leq(col(LAST)));
    Dataset<Row> put =
        replaced.size() > FEW
            ? eachRun(runs(months, key, month), key)
            : months.select(
                with(columns(key), month.cast("int").as(FIRST), month.cast("int").as(LAST)));
    return joined(kept.union(put), key, of, 0);
  }

  /**
   * What is left of a spell before, between and after the months replaced, in an array of as many
   * runs for every spell. A run of nothing ends before it begins.
   */
  private static Column without(SortedSet<Month> replaced, Column first, Column last) {
    List<Column> left = new ArrayList<>();
    int from = Integer.MIN_VALUE;
    for (Month month : replaced) {
      if (month.number() > from) {
        left.add(run(greatest(first, lit(from)), least(last, lit(month.number() - 1))));
      }
      from = month.number() + 1;
    }
    left.add(run(greatest(first, lit(from)), last));
    return array(left.toArray(Column[]::new));
  }

  /**
   * One row a run, of rows that hold at least one: outer, so that Spark does not make each array
   * twice to see that it is not empty.
   */
  private static Dataset<Row> eachRun(Dataset<Row> some, List<String> key) {
    return some.withColumn("spell_run", explode_outer(RUNS))
        .select(
            with(columns(key), col("spell_run.first").as(FIRST), col("spell_run.last").as(LAST)));
  }

  /**
   * Joins runs of a key that touch, or lie so near that the absence between is bridged: one shuffle
   * and one sort by whose they are.
   */
  private static Dataset<Row> joined(Dataset<Row> runs, List<String> key, int of, int bridged) {
    WindowSpec career = Window.partitionBy(columns(key.subList(0, of))).orderBy(FIRST);
    Column touches = col(FIRST).minus(lag(LAST, 1).over(career)).leq(lit(bridged + 1));
    Column goesOn =
        key.subList(of, key.size()).stream()
            .map(state -> lag(state, 1).over(career).eqNullSafe(col(state)))
            .reduce(touches, Column::and);
    Column before = col("spell_before");
    Column end = col("spell_end");
    return runs.withColumn("spell_begins", not(coalesce(goesOn, lit(false))))
        .withColumn(before.toString(), lag(LAST, 1).over(career))
        .withColumn(
            end.toString(),
            last(LAST)
                .over(career.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing())))
        .where(col("spell_begins"))
        .withColumn(LAST, coalesce(lead(before, 1).over(career), end))
        .select(with(columns(key), col(FIRST), col(LAST)));
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
            m ->
                MonthBits.isSet(bits, m)
                    .and(m.equalTo(least).or(not(MonthBits.isSet(bits, m.minus(lit(1)))))));
    Column ends =
        filter(
            sequence(least, greatest),
            m ->
                MonthBits.isSet(bits, m)
                    .and(m.equalTo(greatest).or(not(MonthBits.isSet(bits, m.plus(lit(1)))))));
    Column several = zip_with(begins, ends, MonthSpells::run);
    return months
        .groupBy(with(columns(key), MonthBits.block(month).as("spell_block")))
        .agg(
            bit_or(MonthBits.bit(month)).as("spell_bits"),
            min(month.cast("int")).as("spell_least"),
            max(month.cast("int")).as("spell_greatest"))
        .select(
            with(
                columns(key),
                when(bit_count(bits).equalTo(greatest.minus(least).plus(lit(1))), one)
                    .otherwise(several)
                    .as(RUNS.toString())));
  }

  private static Column run(Column first, Column last) {
    return struct(first.cast("int").as("first"), last.cast("int").as("last"));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col(n)).toArray(Column[]::new);
  }

  private static Column[] with(Column[] first, Column... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(Column[]::new);
  }
}
