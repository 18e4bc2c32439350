package careworkforce.common.lineage;

import static careworkforce.common.lineage.ColumnLineage.Way.AGGREGATION;
import static careworkforce.common.lineage.ColumnLineage.Way.IDENTITY;
import static careworkforce.common.lineage.ColumnLineage.Way.TRANSFORMATION;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class ColumnLineageTest {
  private static final Staff STAFF = new Staff("staff");
  private static final Staff BANK = new Staff("bank");
  private static final Source HOME = new Source("silver.staff", "home");
  private static final Source HOURS = new Source("silver.staff", "hours");
  private static final Source PAY = new Source("silver.staff", "pay");

  /** Staff of homes. */
  static final class Staff extends Table {
    Staff(String name) {
      super(Layer.SILVER, name, "one row a person", Sensitivity.PERSONAL);
      key("home", DataTypes.StringType, "the home");
      field("hours", DataTypes.DoubleType, "hours a week").unit("hours");
      field("pay", DataTypes.DoubleType, "pay an hour").unit("pounds");
    }
  }

  private static ColumnLineage of(Function<Inputs, Dataset<Row>> rows) {
    Transform job =
        new Transform() {
          @Override
          public Table writes() {
            return STAFF;
          }

          @Override
          public Dataset<Row> rows(Inputs inputs) {
            return rows.apply(inputs);
          }
        };
    return ColumnLineage.of(job, Sparks.session(), Settings.defaults());
  }

  @Test
  void shouldTellWhatIsTakenAsItIsFromWhatIsReckoned() {
    ColumnLineage found =
        of(
            inputs ->
                inputs
                    .table(STAFF)
                    .filter(col("hours").gt(0))
                    .select(
                        col("home").as("place"),
                        col("pay").multiply(col("hours")).as("week"),
                        lit(1).as("one")));
    assertThat(found.columns())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "place", Map.of(HOME, IDENTITY),
                "week", Map.of(PAY, TRANSFORMATION, HOURS, TRANSFORMATION),
                "one", Map.of()));
    assertThat(found.deciding()).isEqualTo(Map.of(HOURS, "FILTER"));
  }

  @Test
  void shouldFollowColumnsThroughGroupsAndJoins() {
    ColumnLineage found =
        of(
            inputs -> {
              Dataset<Row> staff = inputs.table(STAFF);
              Dataset<Row> hours = staff.groupBy("home").agg(sum("hours").as("all_hours"));
              return inputs
                  .table(BANK)
                  .join(hours, "home")
                  .select(col("home"), col("all_hours"), col("pay"));
            });
    assertThat(found.columns().get("all_hours")).isEqualTo(Map.of(HOURS, AGGREGATION));
    assertThat(found.columns().get("home"))
        .isEqualTo(Map.of(new Source("silver.bank", "home"), IDENTITY));
    assertThat(found.columns().get("pay"))
        .isEqualTo(Map.of(new Source("silver.bank", "pay"), IDENTITY));
    assertThat(found.deciding())
        .containsEntry(HOME, "GROUP_BY")
        .containsEntry(new Source("silver.bank", "home"), "JOIN");
  }

  @Test
  void shouldFollowBothSidesOfAUnionOfATableWithItself() {
    ColumnLineage found =
        of(
            inputs -> {
              Dataset<Row> staff = inputs.table(STAFF);
              return staff
                  .select(col("pay").as("value"))
                  .union(staff.select(col("hours").as("value")));
            });
    assertThat(found.columns()).isEqualTo(Map.of("value", Map.of(PAY, IDENTITY, HOURS, IDENTITY)));
  }

  @Test
  void shouldFollowWindowsAndExplodedColumns() {
    ColumnLineage found =
        of(
            inputs ->
                inputs
                    .table(STAFF)
                    .withColumn(
                        "highest", functions.max("pay").over(Window.partitionBy(col("home"))))
                    .withColumn(
                        "each", functions.explode(functions.array(col("pay"), col("hours"))))
                    .select("highest", "each"));
    assertThat(found.columns().get("highest"))
        .isEqualTo(Map.of(PAY, AGGREGATION, HOME, TRANSFORMATION));
    assertThat(found.columns().get("each").keySet()).isEqualTo(java.util.Set.of(HOURS, PAY));
  }

  @Test
  void shouldTellNothingOfRowsThatCameFromOutside() {
    ColumnLineage found =
        of(inputs -> inputs.rows(List.of(), STAFF.schema()).select(col("home").as("home")));
    assertThat(found.columns()).isEqualTo(Map.of("home", Map.of()));
  }
}
