package careworkforce.common.estimate.survival;

import careworkforce.common.estimate.linear.Small;

/**
 * exp(A) and its derivatives in some directions, for small matrices: a Taylor series of the scaled
 * matrix, squared back (Moler and Van Loan 2003, method 3), differentiated term by term.
 */
final class MatrixExponential {
  private static final int TERMS = 14;

  final double[][] value;
  final double[][][] derivatives;

  MatrixExponential(double[][] a, double[][][] directions) {
    double norm = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double entry : row) {
        sum += Math.abs(entry);
      }
      norm = Math.max(norm, sum);
    }
    int squarings = Math.max(0, Math.getExponent(norm) + 2);
    double scale = Math.scalb(1.0, -squarings);
    double[][] small = Small.scale(a, scale);
    int size = a.length;
    double[][] sum = identity(size);
    double[][] term = identity(size);
    double[][][] sums = new double[directions.length][size][size];
    double[][][] terms = new double[directions.length][size][size];
    for (int k = 1; k <= TERMS; k++) {
      for (int d = 0; d < directions.length; d++) {
        terms[d] =
            Small.add(
                Small.multiply(terms[d], small),
                Small.multiply(term, directions[d]),
                1.0 / k,
                scale / k);
        sums[d] = Small.add(sums[d], terms[d], 1, 1);
      }
      term = Small.scale(Small.multiply(term, small), 1.0 / k);
      sum = Small.add(sum, term, 1, 1);
    }
    for (int s = 0; s < squarings; s++) {
      for (int d = 0; d < directions.length; d++) {
        sums[d] = Small.add(Small.multiply(sums[d], sum), Small.multiply(sum, sums[d]), 1, 1);
      }
      sum = Small.multiply(sum, sum);
    }
    value = sum;
    derivatives = sums;
  }

  private static double[][] identity(int size) {
    double[][] one = new double[size][size];
    for (int i = 0; i < size; i++) {
      one[i][i] = 1;
    }
    return one;
  }
}
