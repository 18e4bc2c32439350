package careworkforce.common.estimate.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.Sparks;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.estimate.formula.Formula;
import careworkforce.common.estimate.formula.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Models fitted together where Spark keeps the rows are those that the driver fits alone. */
class SeveralDistributedModelsTest {
  private static final Dataset<Row> ROWS = rows().cache();

  /** 1,200 home-months of 120 homes; wage moves turnover, shock moves wage; some pay is missing. */
  private static Dataset<Row> rows() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      int home = i % 120;
      double shock = random.nextGaussian();
      double wage = shock + random.nextGaussian() + 0.01 * home;
      rows.add(
          RowFactory.create(
              home,
              i / 120,
              "L" + home % 17,
              home % 3 == 0 ? "nursing" : "residential",
              shock,
              random.nextInt(9) == 0 ? null : random.nextGaussian(),
              wage,
              0.3 * wage + 0.1 * (i / 120) + random.nextGaussian(),
              -0.2 * wage + random.nextGaussian()));
    }
    return Sparks.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "home int, month int, area string, kind string, shock double, pay double,"
                    + " wage double, turnover double, vacancy double"));
  }

  private static EstimateOptions options(String formula) {
    return Estimate.ols(formula, SparkFrames.read(ROWS.limit(1))).cluster("area").options();
  }

  private static List<Fit> together(String formula, int partitions) {
    return DistributedEstimate.fitAll(
        "gaussian",
        Formula.parse(formula).specifications(),
        ROWS.repartition(partitions),
        options(formula));
  }

  private static void check(String formula, int partitions) {
    List<Fit> found = together(formula, partitions);
    List<Fit> expected = Estimate.ols(formula, SparkFrames.read(ROWS)).cluster("area").fitAll();
    assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(1);
    for (int m = 0; m < found.size(); m++) {
      SameFit.compare(found.get(m), expected.get(m));
    }
  }

  @Test
  void shouldFitOutcomesStepsAndInstrumentsTogether() {
    check("c(turnover, vacancy, wage) ~ csw(shock, shock^2) | home + month", 2);
    check("c(turnover, vacancy) ~ sw0(i(kind):shock) | home + month | wage ~ shock^3 + shock", 3);
  }

  @Test
  void shouldGiveEachModelItsOwnRowsWhereTheyDiffer() {
    check("turnover ~ csw(wage, pay) | home + month", 2);
  }

  @Test
  void shouldJoinModelsOfTheSameRowsAlone() {
    List<Specification> models =
        Formula.parse("c(turnover, vacancy) ~ csw(wage, pay) | home").specifications();
    JointModel joint = JointModel.of("gaussian", models).orElseThrow();
    assertThat(joint.specification().text()).isEqualTo("turnover ~ wage + pay + vacancy | home");
    assertThat(joint.sameRows(java.util.Set.of("missing in home"))).isTrue();
    assertThat(joint.sameRows(java.util.Set.of("missing in wage"))).isTrue();
    assertThat(joint.sameRows(java.util.Set.of("missing in pay"))).isFalse();
    assertThat(joint.sameRows(java.util.Set.of("infinite in vacancy"))).isFalse();
    assertThat(JointModel.of("poisson", models)).isEmpty();
    assertThat(JointModel.of("gaussian", models.subList(0, 1))).isEmpty();
  }

  @Test
  void shouldNameTheModelThatCannotBeFitted() {
    assertThatThrownBy(() -> together("c(turnover, vacancy) ~ log(wage - 1000) | home", 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'turnover ~ log(wage - 1000) | home'")
        .hasMessageContaining("none of 1200 rows");
  }
}
