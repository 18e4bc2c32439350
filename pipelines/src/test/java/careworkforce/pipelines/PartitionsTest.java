package careworkforce.pipelines;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7})
  void shouldShuffleIntoSoManyPartsThoughTheJobAsksForTheSession(int parts) {
    assertThat(Partitions.of(parts, PartitionsTest::part).distinct().count()).isEqualTo(parts);
  }

  @Test
  void shouldLeaveTwoPartsToWhatComesAfter() {
    Partitions.of(7, PartitionsTest::part);
    assertThat(part().distinct().count()).isEqualTo(2);
  }

  /** In which part of a shuffle each of a hundred groups is counted. */
  private static Dataset<Row> part() {
    Dataset<Row> groups =
        Sparks.session().range(200).groupBy(col("id").mod(100)).agg(count(lit(1)).as("rows"));
    Sparks.session();
    return groups.select(spark_partition_id());
  }
}
