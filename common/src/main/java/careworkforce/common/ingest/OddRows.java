package careworkforce.common.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.check.CheckReport;
import careworkforce.common.table.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Delivered rows that miss a promise of their table: they stand, and are counted on their way in.
 */
final class OddRows {
  private final DeliveredTable table;
  private final List<Check> promises;
  private final Observation seen = new Observation();
  private boolean looked;

  OddRows(DeliveredTable table) {
    this.table = table;
    this.promises = table.checks();
  }

  /**
   * The same rows, looked at when they are written.
   *
   * @param rows of which fields may be missing that are empty in all of them
   */
  Dataset<Row> among(Dataset<Row> rows) {
    if (promises.isEmpty()) {
      return rows;
    }
    looked = true;
    Column[] odd = promises.stream().map(OddRows::missing).toArray(Column[]::new);
    Column first = odd[0];
    Column[] others = List.of(odd).subList(1, odd.length).toArray(Column[]::new);
    return whole(rows).observe(seen, first, others).select(cols(rows));
  }

  private Dataset<Row> whole(Dataset<Row> rows) {
    Set<String> there = Set.of(rows.columns());
    List<Column> all = new ArrayList<>(List.of(cols(rows)));
    table.fields().stream()
        .filter(field -> !there.contains(field.name()))
        .forEach(field -> all.add(field.is(lit(null).cast(field.type()))));
    return rows.select(all.toArray(Column[]::new));
  }

  private static Column[] cols(Dataset<Row> rows) {
    return Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
  }

  private static Column missing(Check promise) {
    return count(when(not(coalesce(promise.holds(), lit(true))), lit(1))).as(promise.code());
  }

  /** What was missed, once the rows are written; a finding says itself of which table. */
  List<CheckReport.Finding> findings() {
    List<CheckReport.Finding> findings = new ArrayList<>();
    if (!looked) {
      return findings;
    }
    Row odd = seen.getRow();
    for (int i = 0; i < promises.size(); i++) {
      Check promise = promises.get(i);
      if (odd.getLong(i) > 0) {
        findings.add(finding(promise, odd.getLong(i)));
      }
    }
    return findings;
  }

  private CheckReport.Finding finding(Check promise, long rows) {
    String told =
        new CheckReport.Finding(promise.code(), promise.meaning(), promise.severity(), rows).told();
    return new CheckReport.Finding(promise.code(), table + ": " + told, promise.severity(), rows);
  }
}
