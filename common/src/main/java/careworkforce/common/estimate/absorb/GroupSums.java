package careworkforce.common.estimate.absorb;

/**
 * Sums over the groups of the eliminated effect, from which a reduced system is made, wherever the
 * groups' rows are.
 */
interface GroupSums {
  /** Number of columns of the reduced system. */
  int columns();

  /** Number of groups. */
  long groups();

  /** Pairs of entries that share a group, counted as often as they do. */
  long touches();

  /** The reduced system's diagonals. */
  Diagonals diagonals();

  /** D'W M D by rows; a sum may lie above or below the diagonal, or in part on each side. */
  double[] complement();

  /** Off-diagonal sums of D'W M D over one group in {@code oneIn}, drawn by its number. */
  PairSums pairs(int oneIn);

  /** D'W M D times vectors with {@code width} values a column of D. */
  double[] product(double[] vectors, int width);
}
