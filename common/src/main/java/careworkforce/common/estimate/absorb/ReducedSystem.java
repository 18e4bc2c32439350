package careworkforce.common.estimate.absorb;

/** A way to solve the reduced system of the smaller effects. */
interface ReducedSystem {
  /** Coefficients, iterations made, and whether the tolerance was met. */
  record Solution(double[] gamma, int iterations, boolean converged) {}

  /**
   * Solves S g = t.
   *
   * @param right t, {@code floor.length} values a reduced column
   * @param floor squared size under which a column's t is taken as nothing, one a column
   * @param start where an iterative solver starts
   */
  Solution solve(double[] right, double[] floor, double[] start);

  /** Rank of S, or -1 where this solver does not find it. */
  int rank();

  AbsorbOptions.Solver solver();
}
