package careworkforce.common;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;

import com.holdenkarau.spark.testing.DataFrameSuiteBase$;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Comparison of whole tables; two rows are the same or near by spark-testing-base. */
public final class SameTables {
  private static final int TOLD = 50;

  private SameTables() {}

  /** Holds two tables to the same types and the same rows, each as often, in whatever order. */
  public static void assertSame(Dataset<Row> expected, Dataset<Row> actual) {
    assertNear(expected, actual, 0);
  }

  /**
   * The same, but doubles may be {@code tolerance} apart. Rows are laid side by side in the order
   * of all that is no double, so that must tell them apart.
   */
  public static void assertNear(Dataset<Row> expected, Dataset<Row> actual, double tolerance) {
    assertSameColumns(expected, actual);
    List<Row> wanted = ordered(expected);
    List<Row> found = ordered(actual);
    if (wanted.size() != found.size()) {
      throw new AssertionError(
          "expected " + wanted.size() + " rows\nbut were " + found.size() + in(wanted, found));
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!DataFrameSuiteBase$.MODULE$.approxEquals(wanted.get(i), found.get(i), tolerance)) {
        throw new AssertionError(
            "expected the row " + wanted.get(i) + "\nbut was  " + found.get(i) + in(wanted, found));
      }
    }
  }

  /**
   * The same for tables too large to hold at hand, by counting each row in both. A row counts as
   * one text that tells every value, as a join on hundreds of columns takes hours.
   */
  public static void assertSameCounts(Dataset<Row> expected, Dataset<Row> actual) {
    assertSameCounts(Map.of("table", expected), Map.of("table", actual));
  }

  /** The same for several tables, each under its name, with one query for all. */
  public static void assertSameCounts(
      Map<String, Dataset<Row>> expected, Map<String, Dataset<Row>> actual) {
    if (!expected.keySet().equals(actual.keySet())) {
      throw new AssertionError(
          "expected the tables " + expected.keySet() + "\nbut were " + actual.keySet());
    }
    expected.forEach(
        (name, rows) -> assertSameColumns(rows, Objects.requireNonNull(actual.get(name))));
    Stream.concat(texts(expected, -1), texts(actual, 1))
        .reduce(Dataset::unionAll)
        .ifPresent(SameTables::assertEven);
  }

  /** Every row of each table as a text, with the sign of its side. */
  private static Stream<Dataset<Row>> texts(Map<String, Dataset<Row>> tables, long sign) {
    return tables.entrySet().stream()
        .map(
            table ->
                table
                    .getValue()
                    .select(
                        lit(table.getKey()).as("table"),
                        to_json(struct(col("*"))).as("row"),
                        lit(sign).as("sign")));
  }

  private static void assertEven(Dataset<Row> signed) {
    List<Row> uneven =
        signed
            .groupBy("table", "row")
            .agg(sum("sign").as("more"))
            .where(col("more").notEqual(0))
            .limit(TOLD)
            .collectAsList();
    if (!uneven.isEmpty()) {
      throw new AssertionError(
          "tables, rows and how many more of each there are than expected:\n" + told(uneven));
    }
  }

  private static void assertSameColumns(Dataset<Row> expected, Dataset<Row> actual) {
    if (!anonymous(expected.schema()).equals(anonymous(actual.schema()))) {
      throw new AssertionError(
          "expected the columns "
              + expected.schema().simpleString()
              + "\nbut was  "
              + actual.schema().simpleString());
    }
  }

  private static List<Row> ordered(Dataset<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows.collectAsList());
    sorted.sort(Comparator.comparing(SameTables::name).thenComparing(Row::toString));
    return sorted;
  }

  /** Names and types; whether a column may be null says how it was made, not what it holds. */
  private static StructType anonymous(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .map(f -> DataTypes.createStructField(f.name(), f.dataType(), true))
            .toArray(StructField[]::new));
  }

  private static String name(Row row) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      if (!(row.get(i) instanceof Double)) {
        name.append(row.get(i)).append(' ');
      }
    }
    return name.toString();
  }

  private static String in(List<Row> wanted, List<Row> found) {
    return "\nexpected " + told(wanted) + "\nbut was  " + told(found);
  }

  private static String told(List<Row> rows) {
    return rows.stream().limit(TOLD).map(Row::toString).sorted().toList().toString();
  }
}
