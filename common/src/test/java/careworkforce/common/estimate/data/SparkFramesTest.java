package careworkforce.common.estimate.data;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SparkFramesTest {
  @Test
  void shouldTurnNumbersWordsDatesAndNullsIntoColumns() {
    StructType schema =
        StructType.fromDDL("home string, beds int, rate decimal(6,2), open boolean, day date");
    Dataset<Row> rows =
        Sparks.session()
            .createDataFrame(
                List.of(
                    RowFactory.create(
                        "b",
                        3,
                        new java.math.BigDecimal("1.25"),
                        true,
                        java.sql.Date.valueOf("2024-04-01")),
                    RowFactory.create(null, null, null, false, null),
                    RowFactory.create(
                        "a",
                        5,
                        new java.math.BigDecimal("2.50"),
                        null,
                        java.sql.Date.valueOf("2024-03-01"))),
                schema)
            .coalesce(1);
    Frame frame = SparkFrames.read(rows);
    assertThat(frame.column("home")).isEqualTo(frame.column("home").codes());
    assertThat(frame.column("home").codes().values()).containsExactly(1, -1, 0);
    assertThat(frame.column("home").codes().levels()).containsExactly("a", "b");
    assertThat(frame.numbers("beds")).containsExactly(3, Double.NaN, 5);
    assertThat(frame.numbers("rate")).containsExactly(1.25, Double.NaN, 2.5);
    assertThat(frame.numbers("open")).containsExactly(1, 0, Double.NaN);
    assertThat(frame.column("day").codes().levels()).containsExactly("2024-03-01", "2024-04-01");
    assertThat(SparkFrames.read(rows, List.of("beds")).names()).containsExactly("beds");
  }
}
