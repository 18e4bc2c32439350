package careworkforce.common.estimate.collapse;

import static careworkforce.common.estimate.collapse.CollapsedWorld.assertClose;
import static careworkforce.common.estimate.collapse.CollapsedWorld.assertSame;
import static careworkforce.common.estimate.collapse.CollapsedWorld.onCells;
import static careworkforce.common.estimate.collapse.CollapsedWorld.onRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Collapsing;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Family;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.distributed.CollapsedEstimate;
import careworkforce.common.estimate.linear.FirstStage;
import careworkforce.common.estimate.variance.SmallSample;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits on cells against fits on rows. */
class CollapseTest {
  private static final Dataset<Row> ROWS = CollapsedWorld.rows().cache();

  private static void assertUnchanged(
      String family, String formula, int partitions, UnaryOperator<Estimate> setting) {
    Dataset<Row> spread = ROWS.repartition(partitions);
    assertSame(onCells(family, formula, spread, setting), onRows(family, formula, ROWS, setting));
  }

  private static UnaryOperator<Estimate> setting(String variance, String weights) {
    return e ->
        weights.equals("none") ? e.variance(variance) : e.variance(variance).weights(weights);
  }

  @ParameterizedTest
  @CsvSource({
    "iid, none, 1",
    "hetero, none, 2",
    "hc0, none, 2",
    "cluster:home, none, 7",
    "cluster:home+month, none, 2",
    "iid, w, 7",
    "cluster:region, w, 1",
    "hetero, few, 2",
    "hetero, w, 2"
  })
  void shouldLeaveLeastSquaresAsTheyAre(String variance, String weights, int partitions) {
    assertUnchanged("gaussian", "y ~ x + z | home + month", partitions, setting(variance, weights));
  }

  @ParameterizedTest
  @CsvSource({"iid, none", "hetero, none", "cluster:region, w"})
  void shouldLeaveModelsWithoutEffectsAsTheyAre(String variance, String weights) {
    assertUnchanged("gaussian", "log(y) ~ x + i(month) + I(2 * x)", 2, setting(variance, weights));
    assertUnchanged("poisson", "leavers ~ x + x:z", 2, setting(variance, weights));
  }

  @ParameterizedTest
  @CsvSource({"reghdfe", "exact", "none"})
  void shouldCountParametersAsOnRows(String convention) {
    assertUnchanged(
        "gaussian",
        "y ~ x | home + month + region",
        2,
        e -> e.cluster("region").smallSample(SmallSample.named(convention)));
  }

  @ParameterizedTest
  @CsvSource({"iid, none", "hetero, none", "cluster:region, none", "cluster:home+month, w"})
  void shouldLeaveTwoStagesAndTheirEvidenceAsTheyAre(String variance, String weights) {
    String formula = "y ~ 1 | home + month | x ~ z + o:z";
    Fit cells = onCells("gaussian", formula, ROWS.repartition(2), setting(variance, weights));
    Fit rows = onRows("gaussian", formula, ROWS, setting(variance, weights));
    assertSame(cells, rows);
    FirstStage a = cells.instruments().firstStages().get(0);
    FirstStage b = rows.instruments().firstStages().get(0);
    assertClose(a.f(), b.f(), b.f());
    assertClose(a.robustF(), b.robustF(), b.robustF());
    assertClose(a.kleibergenPaapF(), b.kleibergenPaapF(), b.kleibergenPaapF());
    assertClose(a.effectiveF(), b.effectiveF(), b.effectiveF());
    assertClose(a.partialR2(), b.partialR2(), 1);
    assertClose(
        cells.instruments().andersonRubin().statistic(),
        rows.instruments().andersonRubin().statistic(),
        rows.instruments().andersonRubin().statistic());
    assertClose(
        cells.instruments().overidentification().pValue(),
        rows.instruments().overidentification().pValue(),
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "poisson, iid, none, 1",
    "poisson, hetero, none, 7",
    "poisson, cluster:home, w, 2",
    "poisson, hetero, w, 1",
    "logit, iid, none, 7",
    "logit, hetero, none, 1",
    "logit, cluster:home+month, none, 2",
    "logit, cluster:region, w, 2",
    "logit, hetero, few, 7",
    "probit, cluster:region, none, 2",
    "cloglog, hetero, none, 2"
  })
  void shouldLeaveLikelihoodsAsTheyAre(
      String family, String variance, String weights, int partitions) {
    String outcome = family.equals("poisson") ? "leavers" : "hired";
    assertUnchanged(
        family,
        outcome + " ~ x + z | home + month",
        partitions,
        e -> setting(variance, weights).apply(e).offset("o"));
  }

  /** A home of one row is a singleton; one of two is not, whether or not their outcomes differ. */
  @Test
  void shouldCountRowsNotCellsAsSingletons() {
    Fit fit = onCells("gaussian", "y ~ x | home", ROWS.repartition(3), e -> e);
    assertThat(fit.sample().singletons()).isEqualTo(1);
    assertThat(fit.effects()).containsEntry("home", 10);
    Fit kept = onCells("gaussian", "y ~ x | home", ROWS, Estimate::keepSingletons);
    assertThat(kept.sample().singletons()).isZero();
    assertThat(kept.effects()).containsEntry("home", 11);
  }

  /** Home H7 hires nobody and the twins are both hired, so their rows are separated. */
  @Test
  void shouldCountRowsNotCellsAsSeparated() {
    long rows = ROWS.filter("home IN ('H7', 'twins') AND x IS NOT NULL").count();
    Fit fit = onCells("logit", "hired ~ x | home", ROWS.repartition(3), e -> e);
    assertThat((long) fit.sample().separated()).isEqualTo(rows);
    assertThat(fit.sample().singletons()).isEqualTo(1);
  }

  @Test
  void shouldSayFromHowManyRowsToHowManyCells() {
    Dataset<Row> complete = ROWS.filter("y < 1e9 AND x IS NOT NULL");
    long cells = complete.select("x", "home").distinct().count();
    assertThat(onCells("gaussian", "y ~ x | home", ROWS, e -> e).notes())
        .contains(String.format("Collapsed from %,d rows to %,d cells.", complete.count(), cells));
  }

  @Test
  void shouldCollapseWhereDistinctRowsAreFewUnlessToldOtherwise() {
    Dataset<Row> many =
        ROWS.crossJoin(ROWS.sparkSession().range(5).toDF("copy")).drop("copy").cache();
    for (int partitions : new int[] {1, 2, 7}) {
      assertThat(pays("y ~ x | home", many.repartition(partitions), Collapsing.AUTO)).isTrue();
    }
    assertThat(pays("y ~ x | home", many, Collapsing.NEVER)).isFalse();
    assertThat(pays("y ~ x + w | home", many, Collapsing.AUTO)).isFalse();
    assertThat(pays("y ~ x + w | home", many, Collapsing.ALWAYS)).isTrue();
    assertThat(pays("y ~ x | home", ROWS, Collapsing.AUTO)).as("three thousand rows").isFalse();
  }

  private static boolean pays(String formula, Dataset<Row> data, Collapsing when) {
    return CollapsedEstimate.pays(
        "gaussian",
        CollapsedWorld.specification(formula),
        data,
        CollapsedWorld.options("gaussian", formula, e -> e.collapsing(when)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hc3", "cr2:home", "newey-west:home,month,1", "conley:x,z,10"})
  void shouldRefuseAVarianceThatNeedsRows(String variance) {
    Frame data = SparkFrames.read(ROWS);
    assertThatThrownBy(
            () ->
                Estimate.ols("y ~ x | home", data)
                    .variance(variance)
                    .collapsing(Collapsing.ALWAYS)
                    .fit())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot collapse the rows of 'y ~ x | home'")
        .hasMessageContaining("is no function of sums by cell");
    assertThat(Estimate.ols("y ~ x | home", data).variance("hc3").fit().notes())
        .noneMatch(note -> note.startsWith("Collapsed"));
  }

  /** Their columns would otherwise tell cells apart, and then be used for nothing. */
  @Test
  void shouldRefuseInstrumentsOfALikelihoodWhetherCollapsedOrNot() {
    String formula = "leavers ~ x | home | o ~ z";
    for (Collapsing when : Collapsing.values()) {
      assertThatThrownBy(() -> onCells("poisson", formula, ROWS, e -> e.collapsing(when)))
          .as(when.name())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'" + formula + "' as poisson")
          .hasMessageContaining("it has instruments");
      assertThatThrownBy(
              () ->
                  Estimate.of(Family.named("poisson"), formula, SparkFrames.read(ROWS))
                      .collapsing(when)
                      .fit())
          .as("in memory, " + when)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("it has instruments");
    }
  }

  @Test
  void shouldCollapseRowsInMemoryWhenAsked() {
    UnaryOperator<Estimate> setting = e -> e.cluster("region").weights("w").offset("o");
    Estimate cells =
        Estimate.of(Family.named("poisson"), "leavers ~ x | home", SparkFrames.read(ROWS));
    assertSame(
        setting.apply(cells).collapsing(Collapsing.ALWAYS).fit(),
        onRows("poisson", "leavers ~ x | home", ROWS, setting));
  }

  @Test
  void shouldNameAnOutcomeThatAFamilyDoesNotTake() {
    assertThatThrownBy(() -> onCells("logit", "leavers ~ x | home", ROWS, e -> e))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'leavers'")
        .hasMessageContaining("Give an outcome of 0 and 1");
    Dataset<Row> constant = ROWS.withColumn("one", functions.lit(1));
    assertThatThrownBy(() -> onCells("gaussian", "one ~ x | home", constant, e -> e))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it is 1.0 in all");
  }

  @Test
  void shouldSayWhatIsWrongWithTheData() {
    Dataset<Row> negative = ROWS.withColumn("w", functions.lit(-2.5));
    assertThatThrownBy(() -> onCells("gaussian", "y ~ x | home", negative, e -> e.weights("w")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot weight by 'w'");
    assertThatThrownBy(() -> onCells("gaussian", "home ~ x | month", ROWS, e -> e))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'home'");
  }

  @Test
  void shouldRefuseDataWithoutACompleteRow() {
    for (Dataset<Row> none : java.util.List.of(ROWS.filter("x IS NULL"), ROWS.limit(0))) {
      assertThatThrownBy(() -> onCells("gaussian", "y ~ x | home", none, e -> e))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("rows is complete");
    }
  }
}
