package careworkforce.common;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Comparison of whole tables by spark-testing-base, under JUnit 5: its comparisons on the session
 * that all tests share, and none of its own session, which a runner of JUnit 4 would open.
 */
public final class SameTables extends JavaDatasetSuiteBase {
  private static final SameTables COMPARISON = new SameTables();

  private SameTables() {}

  @Override
  public SparkSession spark() {
    return Sparks.session();
  }

  /** Holds two tables to the same types and the same rows, each as often, in whatever order. */
  public static void assertSame(Dataset<Row> expected, Dataset<Row> actual) {
    assertNear(expected, actual, 0);
  }

  /**
   * The same, but doubles may be {@code tolerance} apart. Rows are laid side by side in the order
   * of all that is no double, so that must tell them apart.
   */
  public static void assertNear(Dataset<Row> expected, Dataset<Row> actual, double tolerance) {
    try {
      COMPARISON.assertDataFrameApproximateEquals(ordered(expected), ordered(actual), tolerance);
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "\nexpected " + told(expected) + "\nbut was  " + told(actual), e);
    }
  }

  /**
   * The same for tables too large to hold at hand, by counting each row in both. A row counts as
   * one text that tells every value, as a join on hundreds of columns takes hours.
   */
  public static void assertSameCounts(Dataset<Row> expected, Dataset<Row> actual) {
    if (!anonymous(expected.schema()).equals(anonymous(actual.schema()))) {
      throw new AssertionError(
          "expected the columns "
              + expected.schema().simpleString()
              + "\nbut was  "
              + actual.schema().simpleString());
    }
    COMPARISON.assertDataFrameDataEquals(texts(expected), texts(actual));
  }

  private static Dataset<Row> texts(Dataset<Row> rows) {
    return rows.select(to_json(struct(col("*"))).as("row"));
  }

  private static Dataset<Row> ordered(Dataset<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows.collectAsList());
    sorted.sort(Comparator.comparing(SameTables::name).thenComparing(Row::toString));
    return Sparks.session().createDataFrame(sorted, anonymous(rows.schema())).coalesce(1);
  }

  /** Names and types; whether a column may be null says how it was made, not what it holds. */
  private static StructType anonymous(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .map(
                f ->
                    org.apache.spark.sql.types.DataTypes.createStructField(
                        f.name(), f.dataType(), true))
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

  private static String told(Dataset<Row> rows) {
    return rows.limit(50).collectAsList().stream().map(Row::toString).sorted().toList().toString();
  }
}
