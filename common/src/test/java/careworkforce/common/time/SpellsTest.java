package careworkforce.common.time;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SpellsTest {

  @Test
  void shouldMergeIntervalsThatOverlapTouchOrLieInsideAnother() {
    Dataset<Row> stays =
        intervals(
            "2015-01-01 2015-01-10",
            "2015-01-03 2015-01-04",
            "2015-01-10 2015-01-12",
            "2015-01-13 2015-01-14",
            "2015-01-20 2015-01-20");
    assertThat(
            texts(
                Spells.merge(stays, List.of("key"), col("from"), col("to"))
                    .orderBy(Spells.FROM)
                    .select(Spells.FROM, Spells.TO)))
        .containsExactly("2015-01-01 2015-01-12", "2015-01-13 2015-01-14");
  }

  @Test
  void shouldSplitAnIntervalAtTheFirstOfEachMonth() {
    Dataset<Row> parts =
        Spells.splitByMonth(intervals("2015-01-30 2015-03-02"), col("from"), col("to"))
            .orderBy("month_number")
            .select(Month.first(col("month_number")), col("days"));
    assertThat(texts(parts)).containsExactly("2015-01-01 2", "2015-02-01 28", "2015-03-01 1");
  }

  @Test
  void shouldNotTouchTheMonthThatBeginsOnTheDayAnIntervalEnds() {
    Dataset<Row> parts =
        Spells.splitByMonth(intervals("2015-01-31 2015-02-01"), col("from"), col("to"))
            .select(Month.first(col("month_number")), col("days"));
    assertThat(texts(parts)).containsExactly("2015-01-01 1");
  }

  private static Dataset<Row> intervals(String... fromTo) {
    StructType schema =
        new StructType()
            .add("key", DataTypes.StringType)
            .add("from", DataTypes.DateType)
            .add("to", DataTypes.DateType);
    List<Row> rows =
        Arrays.stream(fromTo)
            .map(t -> t.split(" "))
            .map(t -> RowFactory.create("a", Date.valueOf(t[0]), Date.valueOf(t[1])))
            .toList();
    return Sparks.session().createDataFrame(rows, schema);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(r -> r.get(0) + " " + r.get(1)).toList();
  }
}
