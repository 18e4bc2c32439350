package careworkforce.common.estimate.absorb;

import careworkforce.common.estimate.dense.CrossProducts;
import java.io.Serializable;

/**
 * Weighted means and centred squares of some columns, exact under merging (Chan, Golub and LeVeque
 * 1983).
 */
public final class WeightedMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] mean;
  private final double[] square;
  private double weight;
  private long rows;

  /** Of so many columns, nothing seen yet. */
  public WeightedMoments(int columns) {
    mean = new double[columns];
    square = new double[columns];
  }

  /** Those of some columns, in the order given. */
  public WeightedMoments of(int... columns) {
    WeightedMoments some = new WeightedMoments(columns.length);
    for (int c = 0; c < columns.length; c++) {
      some.mean[c] = mean[columns[c]];
      some.square[c] = square[columns[c]];
    }
    some.weight = weight;
    some.rows = rows;
    return some;
  }

  /** Takes a block's rows in. */
  public void add(OpenRows open) {
    WeightedMoments block = new WeightedMoments(mean.length);
    int size = open.starts()[open.starts().length - 1];
    block.rows = size;
    for (int i = 0; i < size; i++) {
      block.weight += open.weight(i);
    }
    double[] off = new double[size];
    double[] weighted = new double[size];
    for (int c = 0; c < mean.length && size > 0; c++) {
      double[] column = open.columns()[c];
      double shift = column[0];
      for (int i = 0; i < size; i++) {
        off[i] = column[i] - shift;
        weighted[i] = open.weight(i) * off[i];
      }
      double sum = CrossProducts.sum(weighted, 0, size);
      double squares = CrossProducts.dot(weighted, 0, off, 0, size);
      double along = block.weight > 0 ? sum / block.weight : 0;
      block.mean[c] = shift + along;
      block.square[c] = Math.max(0, squares - sum * along);
    }
    merge(block);
  }

  /** Takes in what another has seen. */
  public void merge(WeightedMoments other) {
    double total = weight + other.weight;
    rows += other.rows;
    if (other.weight == 0) {
      return;
    }
    for (int c = 0; c < mean.length; c++) {
      double gap = other.mean[c] - mean[c];
      mean[c] += gap * (other.weight / total);
      square[c] += other.square[c] + gap * gap * (weight * (other.weight / total));
    }
    weight = total;
  }

  /** Rows seen. */
  public long rows() {
    return rows;
  }

  /** Total weight. */
  public double weight() {
    return weight;
  }

  /** Weighted mean of a column. */
  public double mean(int column) {
    return mean[column];
  }

  /** Weighted sum of squares about the mean. */
  public double centred(int column) {
    return square[column];
  }

  /** Weighted sum of squares. */
  public double raw(int column) {
    return square[column] + weight * mean[column] * mean[column];
  }

  /** Standard deviation of each column, or its size where it does not vary. */
  double[] spread() {
    double[] spread = new double[mean.length];
    for (int c = 0; c < spread.length; c++) {
      double least = 1e-24 * mean[c] * mean[c];
      spread[c] = weight > 0 ? Math.sqrt(Math.max(square[c] / weight, least)) : 0;
    }
    return spread;
  }
}
