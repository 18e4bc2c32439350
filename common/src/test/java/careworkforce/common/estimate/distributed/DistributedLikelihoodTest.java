package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.BiasCorrection;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.Specification;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
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

/** Likelihoods where Spark keeps the rows, against the driver's and against arithmetic. */
class DistributedLikelihoodTest {
  private static final String FORMULA = "left ~ wage + beds | home + month";
  private static final Dataset<Row> ROWS = rows().cache();

  private static Dataset<Row> rows() {
    Random random = new Random(23);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 2400; i++) {
      int home = random.nextInt(160);
      int month = random.nextInt(12);
      double wage = random.nextGaussian() + 0.05 * month;
      int beds = 20 + random.nextInt(30);
      double eta = -0.4 - 0.5 * wage + 0.02 * (beds - 35) + 0.7 * Math.sin(home) + 0.05 * month;
      boolean left = random.nextDouble() < 1 / (1 + Math.exp(-eta));
      rows.add(
          RowFactory.create(
              home,
              month,
              "A" + home % 23,
              i % 173 == 3 ? null : wage,
              beds,
              home == 7 || left && home != 11 ? 1 : 0,
              left ? 1 + random.nextInt(4) : 0,
              0.5 + random.nextDouble()));
    }
    rows.add(RowFactory.create(900, 3, "A1", 0.1, 30, 1, 1, 1.0));
    return Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "home int, month int, area string, wage double, beds int, left int, leavers int,"
                    + " w double"));
  }

  @ParameterizedTest
  @CsvSource({
    "logit, iid, 1",
    "logit, cluster:area+month, 7",
    "probit, hetero, 2",
    "cloglog, cluster:home, 2"
  })
  void shouldFitAsOnTheDriverHoweverTheRowsAreSpread(
      String family, String variance, int partitions) {
    SameFit.check(family, FORMULA, ROWS.repartition(partitions), e -> e.variance(variance));
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "logit, hetero, 2",
    "logit, cluster:home, 7",
    "probit, iid, 7",
    "probit, cluster:area, 1",
    "cloglog, iid, 1",
    "cloglog, cluster:home+month, 7"
  })
  void shouldFitEveryVarianceAsOnTheDriver(String family, String variance, int partitions) {
    SameFit.check(
        family, FORMULA, ROWS.repartition(partitions), e -> e.variance(variance).weights("w"));
  }

  /** Rows whose area is not known are used under no variance, as on the driver. */
  @Test
  void shouldFitSeveralOutcomesUnderSeveralVariancesAsTheDriverDoes() {
    Column known = functions.when(functions.col("home").mod(9).notEqual(4), functions.col("area"));
    Column many = functions.when(functions.col("leavers").gt(1), 1.0).otherwise(0.0);
    Dataset<Row> data = ROWS.withColumn("area", known).withColumn("many", many).repartition(3);
    VarianceSpec[] variances = {
      VarianceSpec.cluster("home"), VarianceSpec.cluster("area"), new VarianceSpec.Iid()
    };
    List<Specification> models =
        Stream.of("left", "many")
            .map(outcome -> SameFit.specification(FORMULA.replace("left", outcome)))
            .toList();
    EstimateOptions options =
        SameFit.options("cloglog", FORMULA, data, e -> e.weights("w"))
            .under(List.of(variances))
            .get(0);
    try (ArrangedModels arranged = ArrangedModels.of("cloglog", models, data, options)) {
      for (Specification model : models) {
        List<Fit> here = arranged.fit(model, List.of(variances));
        List<Fit> driver =
            Estimate.of(Family.named("cloglog"), model.text(), SparkFrames.read(data))
                .weights("w")
                .fitUnder(variances);
        assertThat(here).hasSameSizeAs(driver);
        for (int v = 0; v < variances.length; v++) {
          SameFit.compare(here.get(v), driver.get(v));
          assertThat(here.get(v).outcome()).isEqualTo(model.outcome().name());
          assertThat(here.get(v).variance().type()).isEqualTo(variances[v].text());
          assertThat(here.get(v).sample().rows()).isLessThan((int) ROWS.count() - 200);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog", "poisson"})
  void shouldTakeAnOffsetAndNameWhatIsCollinear(String family) {
    SameFit.check(
        family,
        "left ~ I(month * 2) + wage + beds + I(wage + beds) | home + month",
        ROWS.repartition(2),
        e -> e.offset("w").cluster("area"));
  }

  /** With few rows a group most groups are flat or single, and go in turns. */
  @ParameterizedTest
  @CsvSource({"logit, left ~ wage | pair + area", "poisson, left ~ wage | pair"})
  void shouldDropFlatAndSingleLevelsInTheDriversTurns(String family, String formula) {
    SameFit.check(
        family,
        formula,
        ROWS.withColumn("pair", functions.col("home").multiply(97).plus(functions.col("month")))
            .repartition(2),
        e -> e);
  }

  /**
   * Four homes with rows (x, y) = (0, 0), (0, 1), (1, 1), (1, 1); by symmetry every effect is the
   * same, and effect and slope fit two shares: 1/2 at x = 0 and 1 at x = 1, so the likelihood has
   * no maximum. With one of the two last rows 0 in two homes and 1 in the others the homes differ;
   * with y = 0, 1, 0, 1 each, slope and effect are 0 and every share is one half, the deviance is
   * 16 times -2 log(1/2), and the information of the slope 16 times 1/4 times the variance of x,
   * 1/4.
   */
  @Test
  void shouldFindTheMaximumOfFourEqualHomes() {
    Fit fit = SameFit.fit("logit", "y ~ x | home", homes(new int[] {0, 1, 0, 1}), e -> e);
    assertThat(fit.coefficient("x").estimate()).isCloseTo(0, within(1e-12));
    assertThat(fit.quality().deviance()).isCloseTo(32 * Math.log(2), within(1e-12));
    double factor = 15.0 / (16 - 5);
    assertThat(fit.coefficient("x").standardError())
        .isCloseTo(Math.sqrt(factor / (16 * 0.25 * 0.25)), within(1e-12));
    String message = message("logit", "y ~ x | home", homes(new int[] {0, 1, 1, 1}), true);
    assertThat(message).contains("'x' predicts the outcome of some rows perfectly");
  }

  private static Dataset<Row> homes(int[] outcomes) {
    List<Row> rows = new ArrayList<>();
    for (int home = 0; home < 4; home++) {
      for (int i = 0; i < 4; i++) {
        rows.add(RowFactory.create(home, i < 2 ? 0.0 : 1.0, outcomes[i]));
      }
    }
    return Sparks.session()
        .createDataFrame(rows, StructType.fromDDL("home int, x double, y int"))
        .repartition(2);
  }

  /**
   * Every level has both outcomes, but raising home 1 and month 2 and lowering home 2 and month 1
   * as much changes only the three rows of (1, 2), all 1, and (2, 1), all 0. The driver drops them;
   * here they run off and weigh nothing.
   */
  @ParameterizedTest
  @ValueSource(strings = {"logit", "probit", "cloglog"})
  void shouldGiveTheDriversSlopeAndSayThatRowsAreAllButCertain(String family) {
    int[][] rows = {
      {1, 1, 1, 0},
      {1, 1, 2, 1},
      {1, 1, 3, 1},
      {1, 1, 4, 0},
      {2, 2, 1, 0},
      {2, 2, 5, 1},
      {2, 2, 2, 1},
      {2, 2, 3, 0},
      {1, 2, 2, 1},
      {1, 2, 7, 1},
      {2, 1, 3, 0}
    };
    List<Row> all = new ArrayList<>();
    for (int[] r : rows) {
      all.add(RowFactory.create(r[0], r[1], r[2], r[3]));
    }
    Dataset<Row> data =
        Sparks.session()
            .createDataFrame(all, StructType.fromDDL("home int, month int, x int, y int"));
    Fit here = SameFit.fit(family, "y ~ x | home + month", data.repartition(2), e -> e);
    Fit driver = SameFit.onDriver(family, "y ~ x | home + month", data, e -> e);
    assertThat(driver.sample().separated()).isEqualTo(3);
    assertThat(here.sample().rows()).isEqualTo(11);
    assertThat(here.coefficient("x").estimate())
        .isCloseTo(driver.coefficient("x").estimate(), within(1e-7));
    assertThat(here.notes())
        .anySatisfy(note -> assertThat(note).startsWith("3 rows have an expected outcome"));
  }

  /** Flat outcomes, values that cannot be, regressors that separate: the driver's own words. */
  @ParameterizedTest
  @CsvSource({
    "logit, leavers ~ wage | home",
    "poisson, negative ~ wage | home",
    "probit, one ~ wage | home",
    "poisson, one ~ wage | home",
    "cloglog, left ~ wage | home + left",
    "logit, left ~ I(2 * home) | home",
    "logit, left ~ wage + left | home",
    "probit, left ~ sign | home",
    "cloglog, left ~ wage + sign | home"
  })
  void shouldRefuseInTheDriversWords(String family, String formula) {
    Column sign = functions.when(functions.col("wage").gt(2.2), functions.col("left")).otherwise(0);
    Dataset<Row> data =
        ROWS.withColumn("negative", functions.col("left").minus(1))
            .withColumn("one", functions.lit(1))
            .withColumn("leavers", functions.when(functions.col("left").equalTo(1), 3).otherwise(0))
            .withColumn("sign", sign)
            .repartition(3);
    assertThat(message(family, formula, data, true))
        .isEqualTo(message(family, formula, data, false))
        .contains("estimate '" + formula + "'");
  }

  private static String message(
      String family, String formula, Dataset<Row> data, boolean distributed) {
    return catchThrowableOfType(
            UserError.class,
            () -> {
              if (distributed) {
                SameFit.fit(family, formula, data, e -> e);
              } else {
                SameFit.onDriver(family, formula, data, e -> e);
              }
            })
        .getMessage();
  }

  @Test
  void shouldLeaveBiasCorrectionToTheDriver() {
    SameFit.Setting setting = e -> e.biasCorrection(BiasCorrection.ANALYTICAL);
    assertThat(
            DistributedEstimate.obstacle(
                "logit",
                SameFit.specification(FORMULA),
                ROWS.schema(),
                SameFit.options("logit", FORMULA, ROWS, setting)))
        .hasValue("a bias correction");
  }
}
