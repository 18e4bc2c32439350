package careworkforce.common.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
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
 * All promises of a contract: nulls, codes, the contract's own, the key.
 *
 * <p>One pass asks whether anything is broken at all, with the key by its hash: hashes that are all
 * different prove keys that are. Only where something is broken do further passes count what.
 */
public final class Checks {
  private static final Column ROWS = col("rows");
  private static final Column BROKEN = col("broken");
  private static final Column UNPROVED = col("unproved");
  private static final Column REPEATED = col("repeated");

  private Checks() {}

  /**
   * Tries every promise.
   *
   * @param rows the table's rows
   * @param table its contract
   * @param keys whether the key is proved unique, which shuffles the keys' hashes
   */
  public static CheckReport of(Dataset<Row> rows, Table table, boolean keys) {
    return tried(rows, table, keys, promises(table));
  }

  /** Tries the key alone, of rows that are known to keep every other promise. */
  static CheckReport ofKept(Dataset<Row> rows, Table table, boolean keys) {
    return tried(rows, table, keys, List.of());
  }

  /** True of a row that keeps every promise but the key's, which no row keeps by itself. */
  static Column kept(Table table) {
    return kept(promises(table));
  }

  private static CheckReport tried(
      Dataset<Row> rows, Table table, boolean keys, List<Check> doubted) {
    List<Check> promises = promises(table);
    boolean byKey = isByKey(table, keys);
    Row found = byKey ? byHash(rows, table, doubted) : atOnce(rows, doubted);
    long[] broken = found.getLong(1) == 0 ? new long[promises.size()] : counted(rows, promises);
    long repeated = byKey && found.getLong(2) != 0 ? repeated(rows, table) : 0;
    return report(table, found.getLong(0), broken, byKey, repeated);
  }

  /** Of no rows, which break nothing and need no pass. */
  static CheckReport ofNone(Table table, boolean keys) {
    return report(table, 0, new long[promises(table).size()], isByKey(table, keys), 0);
  }

  private static boolean isByKey(Table table, boolean keys) {
    return keys && !table.key().isEmpty();
  }

  private static CheckReport report(
      Table table, long rows, long[] broken, boolean byKey, long repeated) {
    List<Check> promises = promises(table);
    List<CheckReport.Finding> findings = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      Check c = promises.get(i);
      findings.add(new CheckReport.Finding(c.code(), c.meaning(), c.severity(), broken[i]));
    }
    if (byKey) {
      findings.add(
          new CheckReport.Finding(
              "KEY",
              "one row for each " + table.key().stream().map(Field::name).toList(),
              Check.Severity.FAIL,
              repeated));
    }
    return new CheckReport(rows, findings);
  }

  /** Rows, rows that break something, and rows not proved to be of a key of their own. */
  private static Row byHash(Dataset<Row> rows, Table table, List<Check> promises) {
    KeyHashes keys = new KeyHashes(table);
    return rows.groupBy(keys.group().as("hash"))
        .agg(
            count(lit(1)).as("rows"), broken(promises).as("broken"), keys.unproved().as("unproved"))
        .agg(total(ROWS), total(BROKEN), total(UNPROVED))
        .head();
  }

  private static Row atOnce(Dataset<Row> rows, List<Check> promises) {
    return rows.agg(count(lit(1)), coalesce(broken(promises), lit(0L))).head();
  }

  private static Column broken(List<Check> promises) {
    return sum(when(kept(promises), 0L).otherwise(1L));
  }

  private static Column kept(List<Check> promises) {
    return promises.stream().map(Checks::keeps).reduce(Column::and).orElse(lit(true));
  }

  private static Column keeps(Check promise) {
    return coalesce(promise.holds(), lit(true));
  }

  /** How many rows break each promise. */
  private static long[] counted(Dataset<Row> rows, List<Check> promises) {
    Column[] sums =
        promises.stream().map(p -> sum(when(keeps(p), 0L).otherwise(1L))).toArray(Column[]::new);
    Row found = rows.select(sums).head();
    long[] broken = new long[sums.length];
    for (int i = 0; i < broken.length; i++) {
      broken[i] = found.getLong(i);
    }
    return broken;
  }

  /** Rows beyond the first of their key. */
  private static long repeated(Dataset<Row> rows, Table table) {
    return rows.groupBy(key(table))
        .agg(count(lit(1)).minus(lit(1L)).as("repeated"))
        .agg(total(REPEATED))
        .head()
        .getLong(0);
  }

  private static Column total(Column of) {
    return coalesce(sum(of), lit(0L));
  }

  private static Column[] key(Table table) {
    return table.key().stream().map(Field::col).toArray(Column[]::new);
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
