package careworkforce.common.estimate.absorb;

/**
 * A sparse symmetric matrix with both triangles, by rows, without its diagonal, which is kept
 * apart.
 */
final class SparseSymmetric {
  final int size;
  final int[] starts;
  final int[] columns;
  final double[] values;
  final double[] diagonal;

  SparseSymmetric(PairSums pairs, double[] diagonal) {
    this.size = diagonal.length;
    this.diagonal = diagonal;
    this.starts = new int[size + 1];
    pairs.forEach(
        (a, b, sum) -> {
          starts[a + 1]++;
          starts[b + 1]++;
        });
    for (int i = 0; i < size; i++) {
      starts[i + 1] += starts[i];
    }
    this.columns = new int[starts[size]];
    this.values = new double[starts[size]];
    int[] next = starts.clone();
    pairs.forEach(
        (a, b, sum) -> {
          columns[next[a]] = b;
          values[next[a]++] = sum;
          columns[next[b]] = a;
          values[next[b]++] = sum;
        });
  }

  int degree(int row) {
    return starts[row + 1] - starts[row];
  }

  /** Scales rows and columns. */
  void scale(double[] factor) {
    for (int i = 0; i < size; i++) {
      diagonal[i] *= factor[i] * factor[i];
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        values[k] *= factor[i] * factor[columns[k]];
      }
    }
  }

  double[] multiply(double[] x, int width) {
    double[] y = new double[x.length];
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < width; c++) {
        y[i * width + c] = diagonal[i] * x[i * width + c];
      }
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        int from = columns[k] * width;
        for (int c = 0; c < width; c++) {
          y[i * width + c] += values[k] * x[from + c];
        }
      }
    }
    return y;
  }
}
