package careworkforce.common.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All promises of a contract, tried in one aggregation: nulls, codes, the contract's own, the key.
 */
public final class Checks {
  private static final String ROWS = "rows_";
  private static final String REPEATED = "repeated_";

  private Checks() {}

  /**
   * Tries every promise.
   *
   * @param rows the table's rows
   * @param table its contract
   * @param keys whether the key is proved unique, which shuffles the keys
   */
  public static CheckReport of(Dataset<Row> rows, Table table, boolean keys) {
    List<Check> promises = promises(table);
    List<Column> sums = new ArrayList<>();
    sums.add(count(lit(1)).as(ROWS));
    for (int i = 0; i < promises.size(); i++) {
      sums.add(
          sum(when(coalesce(promises.get(i).holds(), lit(true)), 0L).otherwise(1L)).as("c" + i));
    }
    boolean byKey = keys && !table.key().isEmpty();
    Row found = byKey ? perKey(rows, table, sums).head() : rows.agg(sums.get(0), rest(sums)).head();
    List<CheckReport.Finding> findings = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      Check c = promises.get(i);
      findings.add(
          new CheckReport.Finding(c.code(), c.meaning(), c.severity(), longAt(found, i + 1)));
    }
    if (byKey) {
      findings.add(
          new CheckReport.Finding(
              "KEY",
              "one row for each " + table.key().stream().map(Field::name).toList(),
              Check.Severity.FAIL,
              longAt(found, promises.size() + 1)));
    }
    return new CheckReport(longAt(found, 0), findings);
  }

  private static Dataset<Row> perKey(Dataset<Row> rows, Table table, List<Column> sums) {
    Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
    Dataset<Row> groups = rows.groupBy(key).agg(sums.get(0), rest(sums));
    List<Column> totals = new ArrayList<>();
    totals.add(sum(ROWS));
    for (int i = 0; i < sums.size() - 1; i++) {
      totals.add(sum("c" + i));
    }
    Column repeated = org.apache.spark.sql.functions.col(ROWS).minus(lit(1L));
    totals.add(sum(repeated).as(REPEATED));
    return groups.agg(totals.get(0), rest(totals));
  }

  private static Column[] rest(List<Column> columns) {
    return columns.subList(1, columns.size()).toArray(Column[]::new);
  }

  private static long longAt(Row row, int i) {
    return row.isNullAt(i) ? 0 : row.getLong(i);
  }

  private static List<Check> promises(Table table) {
    List<Check> all = new ArrayList<>();
    for (Field f : table.fields()) {
      if (f.isRequired()) {
        all.add(Check.must("NOT_NULL " + f.name(), f.name() + " is filled", f.col().isNotNull()));
      }
      CodeList codes = f.codes();
      if (codes != null) {
        all.add(
            Check.must(
                "CODES " + f.name(),
                f.name() + " is a code of " + codes.name(),
                f.col().isInCollection(codes.codes())));
      }
    }
    all.addAll(table.checks());
    return all;
  }
}
