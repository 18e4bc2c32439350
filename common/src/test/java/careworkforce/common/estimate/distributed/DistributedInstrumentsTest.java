package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.linear.Instruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instrumented models where Spark keeps the rows, against the driver's and against arithmetic. */
class DistributedInstrumentsTest {
  private static final String OVER = "turnover ~ beds | home + month | wage ~ shock + pay";
  private static final Dataset<Row> ROWS = rows().cache();

  private static Dataset<Row> rows() {
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      int home = random.nextInt(240);
      int month = random.nextInt(24);
      double shock = random.nextGaussian() + 0.1 * month;
      double pay = random.nextGaussian() - 0.01 * home;
      double hidden = random.nextGaussian();
      double wage = 0.4 * shock + 0.3 * pay + hidden + 0.02 * home;
      double agency = 0.3 * pay - 0.5 * shock + random.nextGaussian() + 0.5 * hidden;
      int beds = 20 + random.nextInt(40);
      rows.add(
          RowFactory.create(
              home,
              month,
              "L" + home % 31,
              i % 211 == 7 ? null : shock,
              pay,
              wage,
              agency,
              beds,
              0.5 * wage - 0.2 * agency + 0.01 * beds + hidden + random.nextGaussian(),
              0.5 + random.nextDouble()));
    }
    return Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "home int, month int, area string, shock double, pay double, wage double,"
                    + " agency double, beds int, turnover double, w double"));
  }

  @ParameterizedTest
  @CsvSource({"iid, 1", "hetero, 2", "cluster:area+month, 7"})
  void shouldFitTwoStagesAsOnTheDriverHoweverTheRowsAreSpread(String variance, int partitions) {
    SameFit.check(
        "gaussian", OVER, ROWS.repartition(partitions), e -> e.variance(variance).weights("w"));
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "iid, 7",
    "hc0, 1",
    "hetero, 7",
    "cluster:home, 2",
    "cluster:area, 1",
    "cluster:home+month, 7",
    "cluster:area^month, 2"
  })
  void shouldFitEveryVarianceAsOnTheDriver(String variance, int partitions) {
    SameFit.check("gaussian", OVER, ROWS.repartition(partitions), e -> e.variance(variance));
  }

  /** Periods 0 to 23: their order and that of their names differ. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "turnover ~ wage + beds | home",
        "turnover ~ beds | home + month | wage ~ shock + pay",
        "turnover ~ wage + beds | month"
      })
  void shouldLetScoresOfPeriodsMoveTogetherAsOnTheDriver(String formula) {
    SameFit.check(
        "gaussian", formula, ROWS.repartition(7), e -> e.variance("driscoll-kraay:month,3"));
  }

  @ParameterizedTest
  @CsvSource({"iid, 1", "cluster:home+month, 7"})
  void shouldFitLimitedInformationAsOnTheDriver(String variance, int partitions) {
    SameFit.check(
        "gaussian",
        "turnover ~ beds | home + month | wage ~ shock + pay + I(shock * pay)",
        ROWS.repartition(partitions),
        e -> e.variance(variance).liml());
  }

  @Test
  void shouldTakeSeveralEndogenousRegressors() {
    SameFit.check(
        "gaussian",
        "turnover ~ beds | home + month | wage + agency ~ shock + pay + I(pay^2)",
        ROWS.repartition(7),
        e -> e.cluster("area"));
  }

  @Test
  void shouldGiveTheAdjustedIntervalAndTheSetOfOneInstrument() {
    SameFit.check(
        "gaussian",
        "turnover ~ 1 | home | wage ~ shock",
        ROWS.repartition(2),
        e -> e.cluster("home"));
  }

  @Test
  void shouldNameWhatIsCollinearInTheDriversOrder() {
    Dataset<Row> more = ROWS.withColumn("constant", functions.col("home").multiply(3));
    SameFit.check(
        "gaussian",
        "turnover ~ beds + constant + I(2 * beds) | home + month"
            + " | wage + I(3 * wage) ~ shock + I(month * 2) + I(-shock) + pay + I(beds + pay)",
        more.repartition(2),
        e -> e.cluster("area"));
  }

  /**
   * Two homes of three months each; z, d and y less their homes' means are (-1, 0, 1), (-2, 1, 1)
   * and (-3, 0, 3) in the first and (-1, 0, 1), (-1, -1, 2) and (-2, 0, 2) in the second. So z'z =
   * 4, z'd = 3 + 3 = 6, z'y = 6 + 4 = 10, the slope is 10/6 and the first stage 6/4; d'd = 6 + 6 =
   * 12, of which 6^2/4 = 9 is explained. K is 1 slope and 2 homes, so F is 9 / (3 / 3) = 9.
   */
  @Test
  void shouldGiveTheRatioOfCovariancesWithinEffects() {
    double[][] z = {{-1, 0, 1}, {-1, 0, 1}};
    double[][] d = {{-2, 1, 1}, {-1, -1, 2}};
    double[][] y = {{-3, 0, 3}, {-2, 0, 2}};
    List<Row> rows = new ArrayList<>();
    for (int home = 0; home < 2; home++) {
      for (int t = 0; t < 3; t++) {
        rows.add(RowFactory.create(home, z[home][t] + 5, d[home][t] - home, y[home][t] + 7 * home));
      }
    }
    Dataset<Row> data =
        Sparks.session()
            .createDataFrame(rows, StructType.fromDDL("home int, z double, d double, y double"));
    Fit fit = SameFit.fit("gaussian", "y ~ 1 | home | d ~ z", data.repartition(2), e -> e);
    assertThat(fit.coefficient("d").estimate()).isCloseTo(10.0 / 6, within(1e-12));
    Instruments instruments = Objects.requireNonNull(fit.instruments());
    FirstStage stage = instruments.firstStages().get(0);
    assertThat(stage.coefficients().get(0).estimate()).isCloseTo(1.5, within(1e-12));
    assertThat(stage.partialR2()).isCloseTo(9.0 / 12, within(1e-12));
    assertThat(stage.f()).isCloseTo(9, within(1e-11));
    assertThat(stage.effectiveF()).isCloseTo(9, within(1e-11));
  }

  @Test
  void shouldSayWhichInstrumentsAreTooFew() {
    for (String formula :
        List.of(
            "turnover ~ beds | home + month | wage ~ I(2 * month)",
            "turnover ~ beds | home + month | wage + agency ~ shock + I(3 * beds - shock)")) {
      String message = message(() -> SameFit.fit("gaussian", formula, ROWS, e -> e));
      assertThat(message)
          .contains("instrument [wage")
          .isEqualTo(message(() -> SameFit.onDriver("gaussian", formula, ROWS, e -> e)));
    }
  }

  private static String message(Runnable failing) {
    return catchThrowableOfType(UserError.class, failing::run).getMessage();
  }

  @Test
  void shouldLeaveInstrumentsOfOtherFamiliesToTheDriversError() {
    assertThatThrownBy(() -> SameFit.onDriver("poisson", OVER, ROWS, e -> e))
        .hasMessageContaining("it has instruments");
  }
}
