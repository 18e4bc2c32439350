package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Levels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Covariates, weights and clusters of a panel's units. */
final class UnitColumns {
  private final BalancedPanel panel;
  private final List<double[]> covariates;
  private final double[] weights;
  final Levels clusters;

  UnitColumns(StaggeredDesign design, BalancedPanel panel) {
    this.panel = panel;
    this.covariates = design.controls().stream().map(design.data()::numbers).toList();
    this.weights = Comparison.weights(design);
    this.clusters = clusters(design, panel);
    for (int c = 0; c < covariates.size(); c++) {
      for (int[] rows : panel.rows()) {
        for (int row : rows) {
          if (!Double.isFinite(covariates.get(c)[row])) {
            throw UserError.checks(
                "use covariate '" + design.controls().get(c) + "'",
                "it is missing in row " + (row + 1),
                "Drop the unit, or fill the covariate");
          }
        }
      }
    }
  }

  private static Levels clusters(StaggeredDesign design, BalancedPanel panel) {
    Column.Codes codes = design.data().column(design.cluster()).codes();
    int[] units = new int[panel.units()];
    for (int u = 0; u < units.length; u++) {
      units[u] = codes.values()[panel.rows()[u][0]];
      for (int row : panel.rows()[u]) {
        if (codes.values()[row] != units[u] || units[u] < 0) {
          throw UserError.checks(
              "cluster by '" + design.cluster() + "'",
              "it changes within a unit of '"
                  + design.unit()
                  + "', or is missing (row "
                  + (row + 1)
                  + ")",
              "Cluster by a column in which units are nested");
        }
      }
    }
    int[] seen = Arrays.stream(units).distinct().sorted().toArray();
    int[] dense = Arrays.stream(units).map(code -> Arrays.binarySearch(seen, code)).toArray();
    return new Levels(dense, seen.length);
  }

  /** Constant and covariates of some units in a period, as columns. */
  double[][] covariates(int[] units, int period) {
    double[] ones = new double[units.length];
    Arrays.fill(ones, 1);
    return Stream.concat(
            Stream.of(ones), covariates.stream().map(column -> at(column, units, period)))
        .toArray(double[][]::new);
  }

  /** Weights of some units in a period. */
  double[] weights(int[] units, int period) {
    return at(weights, units, period);
  }

  /** Weight of every unit in the first period. */
  double[] first() {
    return Arrays.stream(panel.rows()).mapToDouble(rows -> weights[rows[0]]).toArray();
  }

  private double[] at(double[] column, int[] units, int period) {
    return Arrays.stream(units).mapToDouble(u -> column[panel.rows()[u][period]]).toArray();
  }
}
