package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * How many rows of each code stand in the periods of one version of a table. Periods are the
 * partitions of a table by one column of dates or years; any other table is of one. Those alone are
 * counted that are asked for, each once.
 */
final class CodeMix {
  private static final Set<DataType> PERIODS = Set.of(DataTypes.DateType, DataTypes.IntegerType);
  private static final int MOST_CODES = 60;

  /** The one period of a table without periods. */
  private static final String WHOLE = "whole";

  private final List<Field> fields;
  private final Column period;
  private final Map<String, Set<String>> files;
  private final Map<String, List<Long>> counted;
  private final Supplier<Dataset<Row>> rows;

  private CodeMix(
      List<Field> fields,
      Column period,
      Map<String, Set<String>> files,
      Map<String, List<Long>> counted,
      Supplier<Dataset<Row>> rows) {
    this.fields = fields;
    this.period = period;
    this.files = files;
    this.counted = new TreeMap<>(counted);
    this.rows = rows;
  }

  /**
   * Of a version, of which no row is read yet.
   *
   * @param rows its rows
   * @param version its number
   */
  static CodeMix of(Table table, Dataset<Row> rows, long version) {
    List<String> columns = Arrays.asList(rows.columns());
    List<Field> fields = coded(table).stream().filter(f -> columns.contains(f.name())).toList();
    Map<String, Set<String>> files = files(table, rows);
    return files.isEmpty()
        ? new CodeMix(fields, lit(WHOLE), Map.of(WHOLE, Set.of("" + version)), Map.of(), () -> rows)
        : new CodeMix(fields, period(table), files, Map.of(), () -> rows);
  }

  /**
   * Of a version that was looked at before.
   *
   * @param files the files of each period
   * @param counted what was counted of some periods
   * @param rows its rows, read if another is asked for
   */
  static CodeMix known(
      Table table,
      Map<String, Set<String>> files,
      Map<String, List<Long>> counted,
      Supplier<Dataset<Row>> rows) {
    Column period = files.containsKey(WHOLE) ? lit(WHOLE) : period(table);
    return new CodeMix(coded(table), period, files, counted, rows);
  }

  /** The columns of a contract whose codes are few enough to compare. */
  static List<Field> coded(Table table) {
    return table.fields().stream()
        .filter(f -> f.codes() != null && codes(f).size() <= MOST_CODES)
        .toList();
  }

  /** The codes of a column, in the order in which they are counted. */
  static List<String> codes(Field field) {
    CodeList codes = field.codes();
    return codes == null ? List.of() : codes.codes().stream().map(String::valueOf).toList();
  }

  private static Column period(Table table) {
    Column text = table.partitions().get(0).col().cast(DataTypes.StringType);
    return coalesce(text, lit(MovedPeriods.NONE));
  }

  /** The files of each period, by what Delta's log tells; empty if they are not parted by it. */
  private static Map<String, Set<String>> files(Table table, Dataset<Row> rows) {
    List<Field> by = table.partitions();
    if (by.size() != 1 || !PERIODS.contains(by.get(0).type())) {
      return Map.of();
    }
    String folder = by.get(0).name() + "=";
    Map<String, Set<String>> files = new TreeMap<>();
    for (String file : rows.inputFiles()) {
      Path path = new Path(file);
      String within = path.getParent().getName();
      if (!within.startsWith(folder)) {
        return Map.of();
      }
      String period = within.substring(folder.length());
      files.computeIfAbsent(period, none -> new TreeSet<>()).add(path.getName());
    }
    return files;
  }

  /** The columns that are counted. */
  List<Field> fields() {
    return fields;
  }

  /** The files of each period. */
  Map<String, Set<String>> files() {
    return files;
  }

  /** How many rows, and how many of each code of each column, in the periods counted so far. */
  Map<String, List<Long>> counted() {
    return Collections.unmodifiableMap(counted);
  }

  /** Counts those periods among some that the version has and that are not counted yet. */
  void look(Set<String> some) {
    Set<String> missing = new TreeSet<>(some);
    missing.retainAll(files.keySet());
    missing.removeAll(counted.keySet());
    if (missing.isEmpty()) {
      return;
    }
    Dataset<Row> those = rows.get().where(period.isin(missing.toArray()));
    String one = missing.size() == 1 ? missing.iterator().next() : null;
    Column[] counts = counts();
    (one == null ? those.groupBy(period.as("period")) : those.groupBy())
        .agg(count(lit(1)), counts)
        .collectAsList()
        .forEach(
            row ->
                counted.put(one == null ? row.getString(0) : one, longs(row, one == null ? 1 : 0)));
  }

  private Column[] counts() {
    return fields.stream()
        .flatMap(
            field ->
                codes(field).stream()
                    .map(code -> count_if(field.col().cast(DataTypes.StringType).equalTo(code))))
        .toArray(Column[]::new);
  }

  private static List<Long> longs(Row row, int from) {
    return IntStream.range(from, row.size()).mapToObj(row::getLong).toList();
  }

  /** Rows of some periods, of those alone that are counted. */
  long rows(Set<String> periods) {
    return sum(periods, 0);
  }

  /** The share of each code of a column among the rows of some periods, and last of none. */
  double[] shares(Field field, Set<String> periods) {
    int at = 1;
    for (Field before : fields.subList(0, fields.indexOf(field))) {
      at += codes(before).size();
    }
    double rows = Math.max(1, rows(periods));
    int codes = codes(field).size();
    double[] shares = new double[codes + 1];
    shares[codes] = 1;
    for (int i = 0; i < codes; i++) {
      shares[i] = sum(periods, at + i) / rows;
      shares[codes] -= shares[i];
    }
    return shares;
  }

  private long sum(Set<String> periods, int at) {
    return periods.stream()
        .map(counted::get)
        .filter(Objects::nonNull)
        .mapToLong(counts -> counts.get(at))
        .sum();
  }
}
