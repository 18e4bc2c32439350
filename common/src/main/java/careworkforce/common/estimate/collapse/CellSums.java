package careworkforce.common.estimate.collapse;

import careworkforce.common.estimate.glm.LogFactorials;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums of the outcome by cell. Mean and squares about it are carried along (Welford's recurrence,
 * parts joined after Chan, Golub and LeVeque 1979), so that nothing is lost to cancellation.
 */
final class CellSums implements Serializable {
  private static final long serialVersionUID = 1L;

  final double[] rows;
  final double[] weight;
  final double[] mean;

  /** Weighted squares about the mean. */
  final double[] squares;

  final double[] low;
  final double[] high;

  /** Sums of log w. */
  final double[] logWeights;

  /** Sums of w y log y. */
  final double[] entropies;

  /** Sums of w log y!. */
  final double[] logFactorials;

  CellSums(int cells) {
    rows = new double[cells];
    weight = new double[cells];
    mean = new double[cells];
    squares = new double[cells];
    low = new double[cells];
    high = new double[cells];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    logWeights = new double[cells];
    entropies = new double[cells];
    logFactorials = new double[cells];
  }

  int size() {
    return rows.length;
  }

  /** Adds a row. */
  void add(int cell, double outcome, double rowWeight) {
    join(cell, 1, rowWeight, outcome, 0);
    low[cell] = Math.min(low[cell], outcome);
    high[cell] = Math.max(high[cell], outcome);
    logWeights[cell] += rowWeight == 1 ? 0 : Math.log(rowWeight);
  }

  /** Adds what a likelihood of counts has of its own, of a row of outcome 0 or more. */
  void addCount(int cell, double outcome, double rowWeight) {
    entropies[cell] += outcome > 0 ? rowWeight * LogFactorials.entropy(outcome) : 0;
    logFactorials[cell] += rowWeight * LogFactorials.of(outcome);
  }

  /** Adds a cell of another part. */
  void add(int cell, CellSums other, int from) {
    join(cell, other.rows[from], other.weight[from], other.mean[from], other.squares[from]);
    low[cell] = Math.min(low[cell], other.low[from]);
    high[cell] = Math.max(high[cell], other.high[from]);
    logWeights[cell] += other.logWeights[from];
    entropies[cell] += other.entropies[from];
    logFactorials[cell] += other.logFactorials[from];
  }

  private void join(int cell, double n, double w, double m, double s) {
    double before = weight[cell];
    double apart = m - mean[cell];
    rows[cell] += n;
    weight[cell] += w;
    mean[cell] += apart * (w / weight[cell]);
    squares[cell] += s + apart * apart * before * (w / weight[cell]);
  }
}
