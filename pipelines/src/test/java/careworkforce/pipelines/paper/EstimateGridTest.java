package careworkforce.pipelines.paper;

import static careworkforce.pipelines.paper.PaperRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.InstrumentStrength;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    TableGrid mixed =
        EstimateGrid.of(List.of(causal, as(causal.estimator(), other, 1_200, other.strength())));
    assertThat(mixed.estimates())
        .contains(List.of("causal", "(0.100)"), List.of("association", "(0.100)"));
  }

  @Test
  void shouldTellObservationsAndClustersBelowEachEstimateWhereTheyDiffer() {
    EstimateRow all = row("all homes", "arrivals", "iv", "turnover", 0.0037, 0.0008);
    EstimateRow nursing = row("nursing homes", "arrivals", "iv", "turnover", 0.0041, 0.0018);
    assertThat(grid.foot())
        .contains(List.of("Observations (clusters)", "1,200 (81)", "1,200 (81)"));
    TableGrid unlike = EstimateGrid.of(List.of(all, as("iv", nursing, 800, null)));
    assertThat(unlike.estimates())
        .containsSubsequence(
            List.of("", "(0.000800)"),
            List.of("Observations (clusters)", "1,200 (81)"),
            List.of("", "(0.00180)"),
            List.of("Observations (clusters)", "800 (81)"));
    assertThat(unlike.foot()).containsExactly(List.of("Stands for", "causal"));
  }

  @Test
  void shouldTellHowStrongAnInstrumentIsAndWhatHoldsHoweverWeakItIs() {
    EstimateRow weak = row("all homes", "arrivals", "iv", "turnover", 0.0041, 0.0102);
    EstimateRow plain = row("all homes", "arrivals", "ols", "turnover", 0.0001, 0.0002);
    InstrumentStrength interval = new InstrumentStrength(3.24, -0.01, 0.03, "interval");
    InstrumentStrength rays = new InstrumentStrength(0.4, Double.NaN, Double.NaN, "rays");
    assertThat(EstimateGrid.of(List.of(as("iv", weak, 1_200, interval), plain)).estimates())
        .endsWith(
            List.of("Effective F", "3.2", ""),
            List.of("Anderson-Rubin 95% set", "\u22120.0100 to 0.0300", ""));
    TableGrid open = EstimateGrid.of(List.of(as("iv", weak, 1_200, rays)));
    assertThat(open.estimates()).endsWith(List.of("Anderson-Rubin 95% set", "rays"));
    assertThat(open.note()).contains("below 10 they stand alone");
    assertThat(EstimateGrid.of(List.of(plain)).note()).doesNotContain("Anderson");
  }

  private static EstimateRow as(
      String estimator, EstimateRow row, long observations, @Nullable InstrumentStrength strength) {
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
        observations,
        row.clusters(),
        row.variance(),
        row.design(),
        row.why(),
        strength);
  }
}
