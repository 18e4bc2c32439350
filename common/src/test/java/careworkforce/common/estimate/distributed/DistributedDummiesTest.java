package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Fit;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Dummies where Spark keeps the rows, under the driver's names and in its order. */
class DistributedDummiesTest {
  private static final Dataset<Row> ROWS = rows().cache();

  /** Months 0 to 11, so that the order of numbers and of their names differ. */
  private static Dataset<Row> rows() {
    Random random = new Random(31);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      int worker = random.nextInt(150);
      int month = random.nextInt(12);
      String region = List.of("North", "South", "East").get(random.nextInt(3));
      double wage = random.nextGaussian() + 0.1 * month;
      double offer = 0.6 * wage + random.nextGaussian();
      double y = 0.3 * wage + (region.equals("East") ? 0.5 : 0) + random.nextGaussian();
      rows.add(
          RowFactory.create(
              worker,
              i % 131 == 3 ? null : month,
              i % 149 == 5 ? null : region,
              worker % 2,
              wage,
              offer,
              y,
              region.equals("South") && month == 11 ? 0 : y > 0.2 ? 1 : 0));
    }
    rows.add(RowFactory.create(990, 1, "Isle", 0, 0.1, 0.1, 0.2, 1));
    rows.add(RowFactory.create(991, 1, "Rock", 0, 0.1, 0.1, 0.2, 1));
    rows.add(RowFactory.create(991, 2, "Rock", 0, 0.3, 0.1, 0.4, 1));
    return Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "worker int, month int, region string, treated int, wage double, offer double,"
                    + " y double, left int"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; y ~ i(month) + wage | worker",
        "7; y ~ i(month, treated, ref = 3) | worker + month",
        "2; y ~ wage + region | worker + month",
        "2; y ~ i(region, ref = South) | worker",
        "7; y ~ i(month, region) | worker",
        "7; y ~ i(region, i.month) | worker",
        "2; y ~ i(month, keep = c(2, 3)) + wage | worker",
        "2; y ~ i(month, keep = 2) + wage | worker",
        "2; y ~ region:wage + I(wage^2):i(treated) | worker + month",
        "7; y ~ i(month, wage) | month",
        "2; y ~ i(month, offer) | month + region",
        "2; y ~ region + i(month) | worker | wage ~ offer + offer:region"
      })
  void shouldNameAndFitDummiesAsOnTheDriver(int partitions, String formula) {
    Dataset<Row> rows = ROWS.filter(functions.col("worker").notEqual(991));
    SameFit.check("gaussian", formula, rows.repartition(partitions), e -> e.cluster("worker"));
  }

  /** The Rock's only worker always left: its level was seen, its dummy has nothing left. */
  @ParameterizedTest
  @CsvSource({"logit, 2", "cloglog, 7"})
  void shouldReportALevelWhoseRowsWereAllSeparated(String family, int partitions) {
    SameFit.check(
        family,
        "left ~ wage + region + i(treated, wage, ref = 0) | worker",
        ROWS.repartition(partitions),
        e -> e.cluster("worker"));
  }

  /** Within each worker y is 1 in month 2 and 4 in month 10 above month 1, exactly. */
  @Test
  void shouldGiveTheDifferencesOfMonths() {
    List<Row> rows = new ArrayList<>();
    for (int worker = 0; worker < 3; worker++) {
      for (int[] cell : new int[][] {{1, 0}, {2, 1}, {10, 4}}) {
        rows.add(RowFactory.create(worker, cell[0], 100.0 * worker + cell[1]));
      }
    }
    rows.add(RowFactory.create(0, 10, 4.5));
    rows.add(RowFactory.create(1, 10, 103.5));
    Dataset<Row> data =
        Sparks.session()
            .createDataFrame(rows, StructType.fromDDL("worker int, month int, y double"));
    Fit fit = SameFit.fit("gaussian", "y ~ i(month) | worker", data.repartition(2), e -> e);
    assertThat(fit.coefficients().stream().map(Coefficient::name))
        .containsExactly("month::2", "month::10");
    assertThat(fit.coefficient("month::2").estimate()).isCloseTo(1, within(1e-12));
    assertThat(fit.coefficient("month::10").estimate()).isCloseTo(4, within(1e-12));
  }

  @Test
  void shouldRefuseAReferenceThatIsNoLevel() {
    String formula = "y ~ i(region, ref = West) | worker";
    String message = message(() -> SameFit.fit("gaussian", formula, ROWS, e -> e));
    assertThat(message).contains("leave out level 'West' of 'region'");
    String kept = "y ~ i(region, keep = West) + wage | worker";
    assertThat(message(() -> SameFit.fit("gaussian", kept, ROWS, e -> e)))
        .contains("keep level 'West' of 'region'");
  }

  private static String message(Runnable failing) {
    return catchThrowableOfType(UserError.class, failing::run).getMessage();
  }
}
