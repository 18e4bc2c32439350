package careworkforce.common.estimate.linear;

/** Draws of |t| in a world where a coefficient has a value. */
interface NullStatistics {
  /** |t*| of each draw when the coefficient is that value. */
  double[] at(double value);
}
