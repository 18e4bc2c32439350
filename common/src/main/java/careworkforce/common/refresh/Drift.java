package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the mix of codes in a column moved since the version before, by the population stability
 * index: the sum over codes, and no code, of (p − q) ln(p / q) for shares p now and q before. Below
 * 0.1 is taken for no shift, above 0.25 for a marked one (Siddiqi, Credit Risk Scorecards, 2006,
 * chapter 9). A share below one in ten thousand counts as that, so that the index stays finite.
 * Shares are those of the {@link MovedPeriods}, so that neither a night's time nor the weight of
 * one odd month depends on the length of the history.
 */
final class Drift implements Gate {
  private static final String CODE = "DRIFT";
  private static final double LEAST_SHARE = 1e-4;
  private static final int MOST_CODES = 60;
  private static final Setting<Double> INDEX =
      Setting.number("gates.drift.index", "", "population stability index allowed", 0, 1e6);
  private static final Setting<String> SEVERITY =
      Setting.text("gates.drift.severity", "FAIL or WARN");

  private final Lake lake;
  private final double allowed;
  private final Check.Severity severity;

  Drift(Lake lake, Settings settings) {
    this.lake = lake;
    this.allowed = settings.value(INDEX);
    this.severity = Check.Severity.of(settings.value(SEVERITY));
  }

  @Override
  public List<Manifest.Gate> judge(List<Moved> moved) {
    return moved.stream().flatMap(one -> judge(one.table(), one.before()).stream()).toList();
  }

  private List<Manifest.Gate> judge(Table table, long before) {
    Dataset<Row> now = lake.read(table);
    List<Field> coded = before < 0 ? List.of() : coded(table, now);
    if (coded.isEmpty()) {
      return List.of();
    }
    Dataset<Row> then = lake.read(table, before);
    List<Field> both =
        coded.stream().filter(f -> Arrays.asList(then.columns()).contains(f.name())).toList();
    MovedPeriods moved = MovedPeriods.since(lake, table, before);
    Row p = counts(now.where(moved.now()), both);
    Row q = counts(then.where(moved.then()), both);
    List<Manifest.Gate> found = new ArrayList<>();
    int at = 1;
    for (Field field : both) {
      int codes = codes(field).size();
      double index = index(shares(p, at, codes), shares(q, at, codes));
      at += codes;
      if (index > allowed && p.getLong(0) > 0 && q.getLong(0) > 0) {
        found.add(new Manifest.Gate(table.fullName(), CODE, severity, told(table, field, index)));
      }
    }
    return found;
  }

  private String told(Table table, Field field, double index) {
    return String.format(
        Locale.ROOT,
        "%s.%s: the mix of codes moved, stability index %.2f, more than %.2f",
        table,
        field.name(),
        index,
        allowed);
  }

  private static List<Field> coded(Table table, Dataset<Row> rows) {
    return table.fields().stream()
        .filter(f -> f.codes() != null && codes(f).size() <= MOST_CODES)
        .filter(f -> Arrays.asList(rows.columns()).contains(f.name()))
        .toList();
  }

  private static List<String> codes(Field field) {
    CodeList codes = field.codes();
    return codes == null ? List.of() : codes.codes().stream().map(String::valueOf).toList();
  }

  /** How many rows, and how many of each code of each field. */
  private static Row counts(Dataset<Row> rows, List<Field> fields) {
    List<Column> counts = new ArrayList<>();
    for (Field field : fields) {
      for (String code : codes(field)) {
        Column is = field.col().cast("string").equalTo(code);
        counts.add(coalesce(sum(when(is, 1L).otherwise(0L)), lit(0L)));
      }
    }
    return rows.agg(count(lit(1)), counts.toArray(Column[]::new)).head();
  }

  /** The share of each code, and last of none. */
  private static double[] shares(Row counts, int from, int codes) {
    double rows = Math.max(1, counts.getLong(0));
    double[] shares = new double[codes + 1];
    shares[codes] = 1;
    for (int i = 0; i < codes; i++) {
      shares[i] = counts.getLong(from + i) / rows;
      shares[codes] -= shares[i];
    }
    return shares;
  }

  /** The population stability index of two distributions. */
  static double index(double[] now, double[] before) {
    double index = 0;
    for (int i = 0; i < now.length; i++) {
      double p = Math.max(LEAST_SHARE, now[i]);
      double q = Math.max(LEAST_SHARE, before[i]);
      index += (p - q) * Math.log(p / q);
    }
    return index;
  }
}
