package careworkforce.common.estimate.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EliminationTest {
  private static final Specification MODEL =
      Formula.parse("y ~ x | month + trust").specifications().get(0);

  /** 21 trusts, of which the first rows hold ten, and 15 months, which they all hold. */
  private static Dataset<Row> rows() {
    return Sparks.session()
        .range(0, 420_000, 1, 2)
        .select(
            floor(col("id").divide(lit(20_000))).cast("int").as("trust"),
            col("id").mod(lit(15)).cast("string").as("month"));
  }

  @Test
  void shouldCountAllLevelsOfAnEffectByWhichTheTableLiesSorted() {
    Elimination lying = Elimination.of(rows(), MODEL);
    assertThat(lying.effect().name()).isEqualTo("trust");
    assertThat(lying.runs().orElseThrow().keys()).isEqualTo(21);
  }

  @Test
  void shouldTakeTheEffectOfMostLevelsInTheFirstRowsOfAnyOtherTable() {
    Dataset<Row> mixed = rows().where(col("trust").lt(lit(14))).repartition(3);
    Elimination shuffled = Elimination.of(mixed, MODEL);
    assertThat(shuffled.effect().name()).isEqualTo("month");
    assertThat(shuffled.runs()).isEmpty();
  }
}
