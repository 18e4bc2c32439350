package careworkforce.common.check;

import static org.apache.spark.sql.functions.count_if;

import careworkforce.common.table.Counted;
import careworkforce.common.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many rows of a table there are of each kind that its contract has counted. */
public final class Counts {
  private Counts() {}

  /**
   * Counts in one pass; no pass where nothing is to be counted. Delta's log knows rows, not those
   * of a kind, so that the table is read.
   *
   * @param rows all rows of the table
   * @param table its contract
   * @return rows by name, in the contract's order
   */
  public static Map<String, Long> of(Dataset<Row> rows, Table table) {
    List<Counted> counted = table.counted();
    Map<String, Long> counts = new LinkedHashMap<>();
    if (counted.isEmpty()) {
      return counts;
    }
    Column[] sums =
        counted.stream().map(one -> count_if(one.counts()).as(one.name())).toArray(Column[]::new);
    Row found = rows.select(sums).head();
    for (int i = 0; i < sums.length; i++) {
      counts.put(counted.get(i).name(), found.getLong(i));
    }
    return counts;
  }
}
