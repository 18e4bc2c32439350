package careworkforce.common.refresh;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.delta.Lake;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The rows that tell what moved between two versions of a table, however long the rest of it is:
 * the periods whose files differ and, beside those that the earlier version lacks, as many periods
 * that stood last before them. All rows of a table that is not partitioned by one column of dates
 * or years.
 *
 * @param now true of rows of the later version
 * @param then true of rows of the earlier version
 */
record MovedPeriods(Column now, Column then) {
  private static final MovedPeriods WHOLE = new MovedPeriods(lit(true), lit(true));
  private static final Set<DataType> PERIODS = Set.of(DataTypes.DateType, DataTypes.IntegerType);

  /** What Delta's paths call the partition of rows without a period; the last in order. */
  private static final String NONE = "__HIVE_DEFAULT_PARTITION__";

  /** Between a version and the newest. */
  static MovedPeriods since(Lake lake, Table table, long before) {
    List<Field> by = table.partitions();
    if (by.size() != 1 || !PERIODS.contains(by.get(0).type())) {
      return WHOLE;
    }
    Field period = by.get(0);
    Optional<Map<String, Set<String>>> stands = files(lake.read(table), period);
    Optional<Map<String, Set<String>>> stood = files(lake.read(table, before), period);
    return stands.isPresent() && stood.isPresent()
        ? between(period, stands.get(), stood.get())
        : WHOLE;
  }

  private static MovedPeriods between(
      Field period, Map<String, Set<String>> stands, Map<String, Set<String>> stood) {
    Set<String> moved = new TreeSet<>(stands.keySet());
    moved.addAll(stood.keySet());
    moved.removeIf(one -> Objects.equals(stands.get(one), stood.get(one)));
    List<String> arrived =
        moved.stream().filter(one -> !stood.containsKey(one) && !one.equals(NONE)).toList();
    Set<String> compared = new TreeSet<>(moved);
    if (!arrived.isEmpty()) {
      stood.keySet().stream()
          .filter(one -> one.compareTo(arrived.get(0)) < 0 && !moved.contains(one))
          .sorted(Comparator.reverseOrder())
          .limit(arrived.size())
          .forEach(compared::add);
    }
    return new MovedPeriods(isOneOf(period, moved), isOneOf(period, compared));
  }

  private static Column isOneOf(Field period, Set<String> those) {
    Column named = period.col().cast(DataTypes.StringType).isin(those.toArray());
    return those.contains(NONE) ? named.or(period.col().isNull()) : named;
  }

  /** The files of each period, by what Delta's log tells; empty if a path names no period. */
  private static Optional<Map<String, Set<String>>> files(Dataset<Row> rows, Field period) {
    String folder = period.name() + "=";
    Map<String, Set<String>> files = new TreeMap<>();
    for (String file : rows.inputFiles()) {
      String within = new Path(file).getParent().getName();
      if (!within.startsWith(folder)) {
        return Optional.empty();
      }
      files.computeIfAbsent(within.substring(folder.length()), none -> new TreeSet<>()).add(file);
    }
    return Optional.of(files);
  }
}
