package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lags, leads and differences where Spark keeps the rows, against the driver's. */
class ShiftedColumnsTest {
  private static final Dataset<Row> ROWS = rows().cache();

  /** 60 homes over 14 months, one in eight months not there; a home and a month unknown. */
  private static Dataset<Row> rows() {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 840; i++) {
      if (random.nextInt(8) > 0) {
        double wage = 8 + random.nextDouble() + 0.1 * (i % 60);
        rows.add(
            RowFactory.create(
                i == 7 || i == 8 ? null : "h" + i % 60,
                i == 100 ? null : i / 60,
                wage,
                random.nextInt(5),
                0.2 * wage + random.nextGaussian()));
      }
    }
    return Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "home string, month int, wage double, leavers int, turnover double"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turnover ~ l(wage, 1:2) + f(wage) | home",
        "d(turnover) ~ d(log(wage), 2) + l(leavers) | home + month",
        "turnover ~ wage:l(leavers) + l(d(wage)) | month",
        "turnover ~ leavers | home[l(wage)]",
        "l(turnover, -1) ~ I(l(wage, -1)) | home",
        "turnover ~ leavers | home | wage ~ l(wage, 1:2)"
      })
  void shouldShiftAsOnTheDriver(String formula) {
    SameFit.check("gaussian", formula, ROWS.repartition(3), e -> e.panel("home", "month"));
  }

  @Test
  void shouldShiftInLikelihoods() {
    SameFit.check(
        "poisson", "leavers ~ l(wage) | home", ROWS.repartition(2), e -> e.panel("home", "month"));
  }

  @Test
  void shouldRefuseAUnitTwiceAtATimeAndTimesThatAreNotWhole() {
    assertThatThrownBy(() -> fit(ROWS.union(ROWS.where("home = 'h3' and month = 5"))))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot shift within 'home' along 'month': 2 rows of h3 are at 5.0."
                + " Keep one row a unit and time.");
    assertThatThrownBy(
            () -> fit(ROWS.withColumn("month", functions.col("month").divide(functions.lit(2)))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot shift along 'month': it holds 0.5");
  }

  @Test
  void shouldLeaveModelsWithoutShiftsAlone() {
    var options =
        SameFit.options("gaussian", "turnover ~ wage | home", ROWS, e -> e.panel("home", "month"));
    var models = List.of(SameFit.specification("turnover ~ wage | home"));
    ShiftedColumns.Shifted shifted = ShiftedColumns.of(models, ROWS, options);
    assertThat(shifted.data()).isSameAs(ROWS);
    assertThat(shifted.models()).isEqualTo(models);
  }

  private static void fit(Dataset<Row> data) {
    SameFit.fit("gaussian", "turnover ~ l(wage) | home", data, e -> e.panel("home", "month"));
  }
}
