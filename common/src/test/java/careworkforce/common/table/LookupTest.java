package careworkforce.common.table;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final List<Row> ASKING =
      List.of(row("a", 1), row("a", 2), row("b", 1), row(null, 1), row("c", null));

  @Test
  void shouldFindRowsByTheirWholeKey() {
    Lookup small = Lookup.in(small(row("a", 1), row("b", 2)), col("k"), col("n"));
    assertThat(found(small, "left_semi")).containsExactly("[a,1]");
    assertThat(found(small, "left_anti")).containsExactly("[a,2]", "[b,1]", "[c,null]", "[null,1]");
    assertThat(found(small, "left_outer"))
        .containsExactly(
            "[a,1,a,1]",
            "[a,2,null,null]",
            "[b,1,null,null]",
            "[c,null,null,null]",
            "[null,1,null,null]");
  }

  @Test
  void shouldFindEveryRowOfAKey() {
    Lookup small = Lookup.in(small(row("a", 1), row("a", 1)), col("k"), col("n"));
    assertThat(found(small, "inner")).containsExactly("[a,1,a,1]", "[a,1,a,1]");
  }

  @Test
  void shouldFindNothingByANull() {
    Lookup small = Lookup.in(small(row(null, 1), row("c", null)), col("k"), col("n"));
    assertThat(found(small, "inner")).isEmpty();
  }

  private static List<String> found(Lookup small, String how) {
    Dataset<Row> asking = dataset(ASKING, "key", "number");
    return small.from(asking, how, col("key"), col("number")).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static Dataset<Row> small(Row... rows) {
    return dataset(List.of(rows), "k", "n");
  }

  private static Dataset<Row> dataset(List<Row> rows, String text, String number) {
    StructType type =
        new StructType().add(text, DataTypes.StringType).add(number, DataTypes.IntegerType);
    return Sparks.session().createDataFrame(rows, type);
  }

  private static Row row(@Nullable Object... values) {
    return RowFactory.create(values);
  }
}
