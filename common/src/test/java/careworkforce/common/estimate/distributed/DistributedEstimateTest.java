package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.variance.SmallSample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The distributed fits against those on the driver, whose numbers other people's confirm. */
class DistributedEstimateTest {
  private static final String FORMULA = "log(y) ~ x + beds + I(2 * x) | worker + trust + month";
  private static final Dataset<Row> ROWS = rows().cache();

  private static Dataset<Row> rows() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      long worker = random.nextInt(90);
      String trust = "T" + random.nextInt(6);
      int month = random.nextInt(8);
      double x = random.nextGaussian() + 0.2 * month;
      double mean = Math.exp(0.3 * x + 0.01 * worker + 0.1 * trust.charAt(1) - 5);
      int count = (int) (mean + random.nextDouble());
      rows.add(
          RowFactory.create(
              worker,
              i % 97 == 5 ? null : trust,
              month,
              "R" + trust.charAt(1) % 2,
              i % 89 == 3 ? null : x,
              random.nextInt(40),
              mean * Math.exp(random.nextGaussian()),
              worker == 17 ? 0 : count,
              0.5 + random.nextDouble()));
    }
    rows.add(RowFactory.create(500L, "T1", 3, "R1", 0.5, 10, 2.0, 3, 1.0));
    rows.add(RowFactory.create(501L, "T9", 3, "R1", 0.5, 10, 2.0, 3, 1.0));
    return Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "worker bigint, trust string, month int, region string, x double, beds int,"
                    + " y double, leavers int, w double"));
  }

  @ParameterizedTest
  @CsvSource({"iid, 1", "cluster:trust+month, 2", "cluster:worker+month, 7"})
  void shouldFitLeastSquaresAsOnTheDriverHoweverTheRowsAreSpread(String variance, int partitions) {
    SameFit.check(
        "gaussian", FORMULA, ROWS.repartition(partitions), e -> e.variance(variance).weights("w"));
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({
    "iid, 2",
    "iid, 7",
    "hetero, 7",
    "cluster:trust, 2",
    "cluster:worker, 7",
    "cluster:region, 7",
    "cluster:trust+month, 1",
    "cluster:trust+month, 7",
    "cluster:trust^month, 7"
  })
  void shouldFitEveryVarianceAsOnTheDriver(String variance, int partitions) {
    SameFit.check(
        "gaussian", FORMULA, ROWS.repartition(partitions), e -> e.variance(variance).weights("w"));
  }

  @ParameterizedTest
  @CsvSource({"cluster:trust+month, 7"})
  void shouldFitPoissonAsOnTheDriver(String variance, int partitions) {
    assertSamePoisson(variance, partitions);
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"iid, 1", "iid, 2", "hetero, 2", "cluster:worker, 7"})
  void shouldFitEveryVarianceOfPoissonAsOnTheDriver(String variance, int partitions) {
    assertSamePoisson(variance, partitions);
  }

  private static void assertSamePoisson(String variance, int partitions) {
    SameFit.check(
        "poisson",
        "leavers ~ x + beds | worker + trust + month",
        ROWS.repartition(partitions),
        e -> e.variance(variance).offset("w"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reghdfe", "exact"})
  void shouldCountParametersAsOnTheDriver(String convention) {
    SameFit.check(
        "gaussian",
        "y ~ x | worker + trust + month",
        ROWS.repartition(2),
        e -> e.cluster("region").smallSample(SmallSample.named(convention)));
  }

  /** Slopes of nested effects count, their intercepts do not, wherever the rows are. */
  @ParameterizedTest
  @ValueSource(strings = {"worker[month]", "worker[month] + trust"})
  void shouldCountSlopesOfNestedEffectsAsOnTheDriver(String effects) {
    SameFit.check(
        "gaussian",
        "y ~ x | " + effects,
        ROWS.repartition(2),
        e -> e.cluster("worker").smallSample(SmallSample.EXACT));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPARSE", "MATRIX_FREE"})
  void shouldSolveByAnySolver(AbsorbOptions.Solver solver) {
    SameFit.check(
        "gaussian",
        FORMULA,
        ROWS.repartition(2),
        e -> e.absorb(AbsorbOptions.defaults().with(solver)).cluster("trust"));
  }

  @Test
  void shouldReadATableSortedByTheLargestEffectAsItLies() {
    List<Row> sorted = ROWS.sort("worker").collectAsList();
    Dataset<Row> lying =
        Sparks.session()
            .createDataFrame(
                JavaSparkContext.fromSparkContext(Sparks.session().sparkContext())
                    .parallelize(sorted, 5),
                ROWS.schema());
    assertThat(KeyRuns.of(lying, "worker").orElseThrow().cut()).isNotEmpty();
    assertThat(KeyRuns.of(ROWS.repartition(7), "worker")).isEmpty();
    SameFit.check("gaussian", FORMULA, lying, e -> e.cluster("trust", "month"));
    SameFit.check("poisson", "leavers ~ x | worker + month", lying, e -> e.cluster("worker"));
  }

  @Test
  void shouldReadFilesAsTheyLieHoweverTheyArePacked(@TempDir Path folder) {
    String path = folder.resolve("rows").toString();
    ROWS.repartitionByRange(7, functions.col("worker"))
        .sortWithinPartitions("worker")
        .write()
        .parquet(path);
    Dataset<Row> files = Sparks.session().read().parquet(path);
    assertThat(files.rdd().getNumPartitions()).isLessThan(7);
    long workers = ROWS.select("worker").distinct().count();
    assertThat(KeyRuns.of(files, "worker")).hasValue(new KeyRuns(workers, new TreeSet<>()));
    SameFit.check("gaussian", "y ~ x | worker + trust", files, e -> e.cluster("trust"));
  }

  @Test
  void shouldShuffleATableThatIsSplitElsewhereWhenReadAgain() {
    Dataset<Row> moving =
        ROWS.coalesce(1)
            .sortWithinPartitions("worker")
            .repartitionByRange(5, functions.monotonically_increasing_id());
    assertThat(KeyRuns.of(moving, "worker")).isPresent();
    SameFit.check("gaussian", FORMULA, moving, e -> e.cluster("trust"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; y ~ x + beds | worker[month] + trust",
        "7; y ~ x + beds | worker + trust[month] + region[[beds, w]]",
        "2; y ~ x | worker[[month]] + trust[log(w)]",
        "2; y ~ 1 | trust^month[beds] + region | x ~ w + I(w^2)"
      })
  void shouldLetSlopesVaryByLevelAsOnTheDriver(int partitions, String formula) {
    SameFit.check(
        "gaussian", formula, ROWS.repartition(partitions), e -> e.cluster("trust").weights("w"));
  }

  @Test
  void shouldAbsorbCombinationsAndASingleEffect() {
    SameFit.check("gaussian", "y ~ x | trust^month + region", ROWS.repartition(3), e -> e);
    SameFit.check("gaussian", "y ~ x + w | trust", ROWS.repartition(3), e -> e.cluster("worker"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gaussian; y ~ x | worker; hetero; ''",
        "gaussian; y ~ l(x) | worker; iid; lags or leads in 'l(x, 1)' without a panel",
        "gaussian; y ~ x; iid; a model without absorbed effects that have intercepts",
        "gaussian; y ~ x | worker[[month]]; iid; a model without absorbed effects that have"
            + " intercepts",
        "gaussian; y ~ x | worker[l(month)]; iid; lags or leads in 'l(month)' without a panel",
        "gaussian; y ~ x | worker[trust]; iid; column 'trust', which is not there or no number",
        "logit; y ~ x | worker[month]; iid; slopes that vary by level, 'worker[month]', in family"
            + " logit",
        "gaussian; y ~ x | worker; hc3; variance HC3",
        "gaussian; y ~ nothing | worker; iid; column 'nothing', which is not there or no number",
        "gaussian; y ~ log(trust) | worker; iid; column 'trust', which is not there or no number",
        "gaussian; trust ~ x | worker; iid; column 'trust', which is not there or no number",
        "poisson; leavers ~ 1 | worker | x ~ w; iid; instruments in family poisson",
        "clogit; leavers ~ x | worker; iid; family clogit"
      })
  void shouldSayWhatNeedsTheRowsThemselves(
      String family, String formula, String variance, String obstacle) {
    SameFit.Setting setting = e -> e.variance(variance);
    assertThat(
            DistributedEstimate.obstacle(
                    family,
                    SameFit.specification(formula),
                    ROWS.schema(),
                    SameFit.options(family, formula, ROWS, setting))
                .orElse(""))
        .isEqualTo(obstacle);
  }

  @Test
  void shouldRefuseOrTellWhereRowsAreWantedElsewhere() {
    var options = SameFit.options("gaussian", "y ~ x", ROWS, e -> e);
    var models = List.of(SameFit.specification("y ~ x"));
    assertThatThrownBy(
            () -> FittingPlace.of(FittingPlace.Wish.ALWAYS, "gaussian", models, ROWS, options))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "a model without absorbed effects that have intercepts needs the rows themselves");
    FittingPlace few = FittingPlace.of(FittingPlace.Wish.AUTO, "gaussian", models, ROWS, options);
    assertThat(few).isEqualTo(new FittingPlace(false, List.of()));
    Dataset<Row> many = Sparks.session().range(FittingPlace.MANY_ROWS + 1).toDF("worker");
    var plain = List.of(SameFit.specification("worker ~ 1 | worker"));
    assertThat(FittingPlace.of(FittingPlace.Wish.AUTO, "gaussian", plain, many, options))
        .isEqualTo(new FittingPlace(true, List.of()));
    assertThat(FittingPlace.of(FittingPlace.Wish.AUTO, "gaussian", models, many, options).notes())
        .containsExactly(
            "Rows were brought to the driver for a model without absorbed effects that have"
                + " intercepts.");
    assertThat(FittingPlace.of(FittingPlace.Wish.NEVER, "gaussian", plain, many, options))
        .isEqualTo(new FittingPlace(false, List.of()));
  }

  @Test
  void shouldNameAnOutcomeThatDoesNotVary() {
    assertThatThrownBy(() -> SameFit.fit("gaussian", "one ~ x | worker", constant(), e -> e))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'one'")
        .hasMessageContaining("it is 1.0 in all");
    assertThatThrownBy(() -> SameFit.fit("poisson", "minus ~ x | worker", constant(), e -> e))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has the value -1.0");
  }

  private static Dataset<Row> constant() {
    return ROWS.withColumn("one", functions.lit(1)).withColumn("minus", functions.lit(-1));
  }
}
