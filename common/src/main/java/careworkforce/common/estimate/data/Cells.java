package careworkforce.common.estimate.data;

import java.util.Arrays;

/**
 * What stands behind each row of a design whose rows are cells: rows alike in everything but the
 * outcome, kept as one or two points that have the rows' number, total weight, and sums of the
 * outcome and of its square. The number of rows of a point need not be whole; a cell's is.
 *
 * @param rows rows of the data
 * @param logWeights sums of the logarithm of the weight
 * @param entropies sums of w y log y
 * @param logFactorials sums of w log y!
 * @param given rows collapsed
 * @param count cells they were collapsed to
 */
public record Cells(
    double[] rows,
    double[] logWeights,
    double[] entropies,
    double[] logFactorials,
    int given,
    int count) {

  /** Some of the points. */
  public Cells take(int[] points) {
    return new Cells(
        take(rows, points),
        take(logWeights, points),
        take(entropies, points),
        take(logFactorials, points),
        given,
        count);
  }

  private static double[] take(double[] values, int[] points) {
    return Arrays.stream(points).mapToDouble(p -> values[p]).toArray();
  }

  /** Rows behind all points. */
  public int total() {
    return Math.toIntExact(Math.round(Arrays.stream(rows).sum()));
  }

  /** Said with the estimate. */
  public String note() {
    return String.format(
        java.util.Locale.ROOT, "Collapsed from %,d rows to %,d cells.", given, count);
  }
}
