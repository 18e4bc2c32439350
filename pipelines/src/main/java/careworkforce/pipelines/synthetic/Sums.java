package careworkforce.pipelines.synthetic;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Sums of the rows of a file that its source publishes as totals. */
final class Sums {
  private Sums() {}

  /** Key and two sums, parted by tabs, in the order of keys. */
  static Iterator<String> of(Iterator<Row> rows) {
    Map<String, long[]> sums = new TreeMap<>();
    while (rows.hasNext()) {
      String[] cells = rows.next().getString(2).split("\t", 3);
      long[] sum = sums.computeIfAbsent(cells[0], key -> new long[2]);
      sum[0] += Long.parseLong(cells[1]);
      sum[1] += Long.parseLong(cells[2]);
    }
    return sums.entrySet().stream()
        .map(e -> e.getKey() + "\t" + e.getValue()[0] + "\t" + e.getValue()[1])
        .iterator();
  }
}
