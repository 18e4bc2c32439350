package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.BlockPlan;
import careworkforce.common.estimate.data.DesignBuilder;
import careworkforce.common.estimate.data.DesignOptions;
import careworkforce.common.estimate.data.RowColumns;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.EffectTerm;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Turns a table's rows into blocks of whole groups of the eliminated effect. A table that lies
 * sorted by that effect is read as it lies; any other is shuffled and sorted within partitions by a
 * hash of it, one whole number, and each group's rows by one of theirs ({@link HashedGroups}).
 */
final class RowBlocks {
  private static final int ROWS = 400_000;

  /** Fewer, since a pass writes their dummies out. */
  private static final int ROWS_WITH_DUMMIES = 40_000;

  private final BlockPlan plan;
  private final DesignOptions options;
  private final EffectTerm eliminated;

  private RowBlocks(BlockPlan plan, EstimateOptions options) {
    this.plan = plan;
    this.options = options.forDesign();
    this.eliminated = plan.eliminated();
  }

  /**
   * Blocks of some columns of a table.
   *
   * @param runs in which the table lies by the eliminated effect, if it does
   */
  static SparkBlocks of(
      Dataset<Row> data,
      Set<String> columns,
      BlockPlan plan,
      Optional<KeyRuns> runs,
      EstimateOptions options) {
    Dataset<Row> wanted = SparkFrames.plain(data, columns);
    RowBlocks rows = new RowBlocks(plan, options);
    if (runs.isPresent()) {
      SparkBlocks lying = new SparkBlocks(rows.asItLies(wanted, runs.get().cut()));
      if (lying.fold(KeyRanges.fold()).apart()) {
        return lying;
      }
      lying.release();
    }
    return new SparkBlocks(rows.shuffled(wanted));
  }

  /**
   * Blocks cut at every descent of the key and between files; whether keys are whole shows in the
   * blocks' ranges, since a second reading of a table may split it elsewhere. Rows of keys that are
   * cut by borders are brought together in a partition of their own.
   */
  private JavaRDD<Block> asItLies(Dataset<Row> wanted, TreeSet<Long> cut) {
    if (cut.isEmpty()) {
      return blocks(wanted);
    }
    Column key = column(eliminated.columns().get(0));
    Column among = key.isin(cut.toArray());
    Dataset<Row> whole = wanted.filter(key.isNull().or(functions.not(among)));
    Dataset<Row> rest = wanted.filter(among).repartition(1).sortWithinPartitions(order(wanted));
    return blocks(whole).union(blocks(rest));
  }

  private JavaRDD<Block> shuffled(Dataset<Row> wanted) {
    Column[] keys = eliminated.columns().stream().map(RowBlocks::column).toArray(Column[]::new);
    Column[] all = Arrays.stream(wanted.columns()).map(RowBlocks::column).toArray(Column[]::new);
    StructType schema = wanted.schema();
    BlockPlan made = plan;
    DesignOptions chosen = options;
    int[] at = keys(schema);
    return wanted
        .withColumn(HashedGroups.GROUP, functions.xxhash64(keys))
        .withColumn(HashedGroups.ROW, functions.xxhash64(all))
        .repartition(functions.col(HashedGroups.GROUP))
        .sortWithinPartitions(HashedGroups.GROUP)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> new HashedGroups(rows, schema, at, most(made)))
        .map(columns -> block(made, columns, chosen, new long[0]));
  }

  private int[] keys(StructType schema) {
    List<String> all = List.of(schema.fieldNames());
    return eliminated.columns().stream().mapToInt(all::indexOf).toArray();
  }

  private static int most(BlockPlan plan) {
    return plan.factors().isEmpty() ? ROWS : ROWS_WITH_DUMMIES;
  }

  private static Block block(
      BlockPlan plan, RowColumns columns, DesignOptions options, long[] range) {
    return Block.of(
        DesignBuilder.block(plan, columns.frame(), options), plan.eliminated().name(), range);
  }

  /** By the eliminated effect, ties by everything else, so that sums do not depend on arrival. */
  private Column[] order(Dataset<Row> wanted) {
    return Stream.concat(
            eliminated.columns().stream(),
            Arrays.stream(wanted.columns()).filter(c -> !eliminated.columns().contains(c)))
        .map(RowBlocks::column)
        .toArray(Column[]::new);
  }

  private static Column column(String name) {
    return functions.col("`" + name + "`");
  }

  private JavaRDD<Block> blocks(Dataset<Row> plain) {
    StructType schema = plain.schema();
    return plain
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(cutting(plan, options, schema, keys(schema)[0]));
  }

  private static FlatMapFunction<Iterator<InternalRow>, Block> cutting(
      BlockPlan plan, DesignOptions options, StructType schema, int key) {
    return rows ->
        new Cutter(rows, new RowColumns(schema), key, most(plan)) {
          @Override
          Block block(RowColumns columns) {
            return RowBlocks.block(plan, columns, options, columns.range(key));
          }
        };
  }

  /** Cuts rows into blocks as they lie, between two keys. */
  private abstract static class Cutter implements Iterator<Block> {
    private final Iterator<InternalRow> rows;
    private final RowColumns columns;
    private final int key;
    private final int most;
    private final FileSplit split = new FileSplit();

    Cutter(Iterator<InternalRow> rows, RowColumns columns, int key, int most) {
      this.rows = rows;
      this.columns = columns;
      this.key = key;
      this.most = most;
    }

    private boolean cutsBefore(InternalRow row) {
      return split.changed() && columns.size() > 0
          || columns.descends(row, key)
          || columns.size() >= most && !columns.continues(row, new int[] {key});
    }

    abstract Block block(RowColumns filled);

    @Override
    public boolean hasNext() {
      return columns.size() > 0 || rows.hasNext();
    }

    @Override
    public Block next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        if (cutsBefore(row)) {
          Block full = block(columns);
          columns.clear();
          columns.add(row);
          return full;
        }
        columns.add(row);
      }
      Block last = block(columns);
      columns.clear();
      return last;
    }
  }
}
