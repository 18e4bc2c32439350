package careworkforce.common;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SameTablesTest {
  private static final Row A = RowFactory.create("a", 1.0);
  private static final Row B = RowFactory.create("b", null);

  @Test
  void shouldFindTheSameRowsInWhateverOrder() {
    assertThatCode(() -> SameTables.assertSame(table(A, B), table(B, A)))
        .doesNotThrowAnyException();
    assertThatCode(() -> SameTables.assertSameCounts(table(A, B), table(B, A)))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldSeeARowThatStandsTwice() {
    assertDiffer(table(A, A, B), table(A, B, B));
  }

  @Test
  void shouldSeeAnotherValueANullAndAMissingRow() {
    assertDiffer(table(A), table(RowFactory.create("a", 1.0000001)));
    assertDiffer(table(A), table(RowFactory.create("a", null)));
    assertDiffer(table(A, B), table(A));
  }

  @Test
  void shouldSeeAnotherType() {
    Dataset<Row> whole = of(DataTypes.LongType, RowFactory.create("a", 1L));
    assertThatThrownBy(() -> SameTables.assertSame(table(A), whole))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> SameTables.assertSameCounts(table(A), whole))
        .hasMessageContaining("bigint");
  }

  @Test
  void shouldAllowOnlyTheToleranceGiven() {
    Dataset<Row> near = table(RowFactory.create("a", 1.0 + 5e-10));
    assertThatCode(() -> SameTables.assertNear(table(A), near, 1e-9)).doesNotThrowAnyException();
    assertThatThrownBy(() -> SameTables.assertNear(table(A), near, 1e-10))
        .hasMessageContaining("[a,1.0]")
        .hasMessageContaining("[a,1.0000000005]");
  }

  @Test
  void shouldNameTheTableAndTheRowsOfSeveralTablesInWhichTheyDiffer() {
    Map<String, Dataset<Row>> expected = Map.of("wards", table(A, A, B), "staff", table(A, B));
    assertThatCode(() -> SameTables.assertSameCounts(expected, Map.copyOf(expected)))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                SameTables.assertSameCounts(
                    expected, Map.of("wards", table(A, B), "staff", table(A, A, B))))
        .hasMessageContaining("[staff,{\"name\":\"a\",\"number\":1.0},1]")
        .hasMessageContaining("[wards,{\"name\":\"a\",\"number\":1.0},-1]");
    assertThatThrownBy(() -> SameTables.assertSameCounts(expected, Map.of("wards", table(A))))
        .hasMessageContaining("staff");
  }

  private static void assertDiffer(Dataset<Row> expected, Dataset<Row> actual) {
    assertThatThrownBy(() -> SameTables.assertSame(expected, actual))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> SameTables.assertSameCounts(expected, actual))
        .isInstanceOf(AssertionError.class);
  }

  private static Dataset<Row> table(Row... rows) {
    return of(DataTypes.DoubleType, rows);
  }

  private static Dataset<Row> of(DataType number, Row... rows) {
    return Sparks.session()
        .createDataFrame(
            Arrays.asList(rows),
            new StructType().add("name", DataTypes.StringType).add("number", number));
  }
}
