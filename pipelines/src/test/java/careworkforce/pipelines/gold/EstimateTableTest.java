package careworkforce.pipelines.gold;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.job.FakeInputs;
import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class EstimateTableTest {
  private static final class Answers extends EstimateTable {
    final Field mean = field("mean", DataTypes.DoubleType, "mean outcome");

    Answers() {
      super("answers", "one row an answer");
    }
  }

  private static final Question QUESTION =
      new Question("leaving", "nurses", "ols", "a policy", "association", "nobody drew lots");

  @Test
  void shouldFillTheSharedColumnsThenTheOwnOnesInTheOrderOfTheContract() {
    Answers answers = new Answers();
    Row row =
        answers.row(
            new Finding(
                QUESTION,
                "policy",
                new Coefficient("policy", 2, 1, 2, 0.05, 0.1, 3.9),
                new Evidence(40, 8, "cluster:trust", "y ~ policy")),
            FakeInputs.of(),
            List.of(HomeMonths.TABLE, CareHomes.TABLE),
            0.7);
    assertThat(row.mkString("; "))
        .isEqualTo(
            "leaving; nurses; ols; policy; a policy; 2.0; 1.0; 0.1; 3.9; 0.05; 40; 8;"
                + " cluster:trust; association; nobody drew lots; y ~ policy;"
                + " silver.care_homes v-1, silver.home_months v-1; 0.7");
    assertThat(answers.fields()).hasSize(row.size());
    assertThat(answers.serves()).extracting(s -> s.requirement()).contains("03.26");
  }

  @Test
  void shouldLeaveTheCellsEmptyOfWhatIsNotKnown() {
    Coefficient without = new Coefficient("policy", 2, 1, 2, Double.NaN, Double.NaN, Double.NaN);
    Row row =
        new Answers()
            .row(
                new Finding(QUESTION, "policy", without, new Evidence(40, 4, "none", "y ~ policy")),
                FakeInputs.of(),
                List.of(),
                0.7);
    assertThat(row.mkString("; "))
        .startsWith("leaving; nurses; ols; policy; a policy; 2.0; 1.0; null; null; null; 40; 4;");
  }

  @Test
  void shouldCountTheFewestClustersOfAFit() {
    Frame data =
        Frame.empty()
            .with("y", 1, 2, 4, 3, 6, 5)
            .with("x", 1, 2, 3, 4, 5, 6)
            .with("trust", "a", "a", "b", "b", "c", "c")
            .with("area", "n", "n", "n", "n", "s", "s");
    assertThat(Evidence.of(Estimate.ols("y ~ x", data).cluster("trust", "area").fit()).clusters())
        .isEqualTo(2);
    assertThat(Evidence.of(Estimate.ols("y ~ x", data).fit()).clusters()).isZero();
  }
}
