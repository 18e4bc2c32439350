package careworkforce.common.estimate.distributed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * A table that lies in ascending runs, one or more a file, of a whole-numbered key that do not
 * overlap, as one written sorted by it does: its rows need no shuffle. A key may be cut by the
 * border between two runs.
 *
 * @param keys how many there are
 * @param cut those cut by a border between runs
 */
record KeyRuns(long keys, TreeSet<Long> cut) {
  /** Runs of a partition beyond which a table is not taken as sorted. */
  static final int MOST_A_PARTITION = 1_000;

  private static final long[] TOO_MANY = {1, 0, 0};

  /** The runs of a table; empty when it does not lie so. */
  static Optional<KeyRuns> of(Dataset<Row> data, String key) {
    List<long[]> runs =
        new ArrayList<>(
            data.select(functions.col("`" + key + "`").cast(DataTypes.LongType))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(KeyRuns::runs)
                .collect());
    runs.sort(Comparator.<long[]>comparingLong(r -> r[0]).thenComparingLong(r -> r[1]));
    TreeSet<Long> cut = new TreeSet<>();
    long keys = 0;
    for (int r = 0; r < runs.size(); r++) {
      long[] run = runs.get(r);
      if (run[0] > run[1] || r > 0 && run[0] < runs.get(r - 1)[1]) {
        return Optional.empty();
      }
      keys += run[2];
      if (r > 0 && run[0] == runs.get(r - 1)[1]) {
        cut.add(run[0]);
        keys--;
      }
    }
    return Optional.of(new KeyRuns(keys, cut));
  }

  /**
   * First and last key of each ascending run and their number; one that cannot be where there are
   * too many.
   */
  private static Iterator<long[]> runs(Iterator<InternalRow> rows) {
    List<long[]> runs = new ArrayList<>();
    long[] run = {0, 0, 0};
    FileSplit split = new FileSplit();
    boolean elsewhere = false;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      elsewhere |= split.changed();
      if (row.isNullAt(0)) {
        continue;
      }
      long key = row.getLong(0);
      if (runs.isEmpty() || elsewhere || key < run[1]) {
        run = new long[] {key, key, 1};
        runs.add(run);
        if (runs.size() > MOST_A_PARTITION) {
          return List.of(TOO_MANY).iterator();
        }
      }
      run[2] += key == run[1] ? 0 : 1;
      run[1] = key;
      elsewhere = false;
    }
    return runs.iterator();
  }
}
