package careworkforce.pipelines.paper;

import static careworkforce.pipelines.paper.PaperRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.pipelines.gold.EstimateRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateGridTest {
  private final TableGrid grid =
      EstimateGrid.of(
          List.of(
              row("all homes", "arrivals", "iv", "turnover", 0.0037, 0.0008),
              row("all homes", "arrivals", "ols", "turnover", -0.0001, 0.0002),
              row("nursing homes", "arrivals", "iv", "turnover", 0.0041, 0.0018)));

  @Test
  void shouldSetEstimatorsSideBySideWithTheStandardErrorBelow() {
    String line = "arrivals, turnover, for 10 percentage points of annual turnover";
    assertThat(grid.head()).containsExactly(List.of("", "iv", "ols"));
    assertThat(grid.estimates())
        .containsExactly(
            List.of("Sample: all homes", "", ""),
            List.of(line, "0.00370***", "\u22120.000100"),
            List.of("", "(0.000800)", "(0.000200)"),
            List.of("Sample: nursing homes", "", ""),
            List.of(line, "0.00410**", ""),
            List.of("", "(0.00180)", ""));
  }

  @Test
  void shouldSayOfEachColumnWhetherItIsCausalAndOfAllWhichVariance() {
    assertThat(grid.foot()).contains(List.of("Stands for", "causal", "association"));
    assertThat(grid.note()).contains("cluster by ttwa").contains("not a causal effect");
  }

  @Test
  void shouldSayOfEachLineWhatItStandsForWhereAColumnHasBoth() {
    EstimateRow causal = row("all", "moves", "iv", "policy", 0.2, 0.1);
    EstimateRow other = row("all", "moves", "ols", "price", 0.1, 0.1);
    TableGrid mixed = EstimateGrid.of(List.of(causal, as(causal.estimator(), other)));
    assertThat(mixed.estimates())
        .contains(List.of("causal", "(0.100)"), List.of("association", "(0.100)"));
  }

  private static EstimateRow as(String estimator, EstimateRow row) {
    return new EstimateRow(
        row.outcome(),
        row.sample(),
        estimator,
        row.term(),
        row.per(),
        row.estimate(),
        row.stdError(),
        row.low(),
        row.high(),
        row.pValue(),
        row.observations(),
        row.clusters(),
        row.variance(),
        row.design(),
        row.why());
  }
}
