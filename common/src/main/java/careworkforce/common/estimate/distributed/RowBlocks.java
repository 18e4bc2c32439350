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
 * sorted by that effect is read as it lies; any other is shuffled by it and sorted within
 * partitions.
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
      return blocks(wanted, true);
    }
    Column key = column(eliminated.columns().get(0));
    Column among = key.isin(cut.toArray());
    Dataset<Row> whole = wanted.filter(key.isNull().or(functions.not(among)));
    Dataset<Row> rest = wanted.filter(among).repartition(1).sortWithinPartitions(order(wanted));
    return blocks(whole, true).union(blocks(rest, true));
  }

  private JavaRDD<Block> shuffled(Dataset<Row> wanted) {
    Column[] keys = eliminated.columns().stream().map(RowBlocks::column).toArray(Column[]::new);
    return blocks(wanted.repartition(keys).sortWithinPartitions(order(wanted)), false);
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

  private JavaRDD<Block> blocks(Dataset<Row> plain, boolean lying) {
    return plain
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(cutting(this.plan, options, plain.schema(), lying));
  }

  private static FlatMapFunction<Iterator<InternalRow>, Block> cutting(
      BlockPlan plan, DesignOptions options, StructType schema, boolean lying) {
    List<String> all = List.of(schema.fieldNames());
    int[] keys = plan.eliminated().columns().stream().mapToInt(all::indexOf).toArray();
    int most = plan.factors().isEmpty() ? ROWS : ROWS_WITH_DUMMIES;
    return rows ->
        new Cutter(rows, new RowColumns(schema), keys, most, lying) {
          @Override
          Block block(RowColumns columns) {
            return Block.of(
                DesignBuilder.block(plan, columns.frame(), options),
                plan.eliminated().name(),
                lying ? columns.range(keys[0]) : new long[0]);
          }
        };
  }

  /** Cuts sorted rows into blocks between two groups. */
  private abstract static class Cutter implements Iterator<Block> {
    private final Iterator<InternalRow> rows;
    private final RowColumns columns;
    private final int[] keys;
    private final int most;
    private final boolean lying;
    private final FileSplit split = new FileSplit();

    Cutter(Iterator<InternalRow> rows, RowColumns columns, int[] keys, int most, boolean lying) {
      this.rows = rows;
      this.columns = columns;
      this.keys = keys;
      this.most = most;
      this.lying = lying;
    }

    private boolean cutsBefore(InternalRow row) {
      return lying && (split.changed() && columns.size() > 0 || columns.descends(row, keys[0]))
          || columns.size() >= most && !columns.continues(row, keys);
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
