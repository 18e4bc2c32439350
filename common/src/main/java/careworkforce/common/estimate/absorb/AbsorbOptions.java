package careworkforce.common.estimate.absorb;

/**
 * How hard the reduced system of the smaller effects is solved, and by which solver.
 *
 * @param solver the solver, or {@link Solver#AUTO} to choose from size and sparsity
 * @param tolerance residual of the reduced system relative to its right-hand side at which
 *     iteration stops
 * @param maxIterations conjugate-gradient iterations before giving up (reported, not thrown)
 * @param denseLimit largest reduced system that is solved by dense pivoted Cholesky
 */
public record AbsorbOptions(Solver solver, double tolerance, int maxIterations, int denseLimit) {
  /** Ways to solve the reduced system (econometrics literature's names). */
  public enum Solver {
    /** Chosen from the system's size and sparsity. */
    AUTO,
    /** Pivoted Cholesky of the whole Schur complement; exact, and gives the rank. */
    DENSE,
    /** Conjugate gradients preconditioned by a sparse Cholesky of the complement. */
    SPARSE,
    /** Conjugate gradients with the diagonal as preconditioner, never forming the complement. */
    MATRIX_FREE
  }

  /** Automatic choice, 1e-12, 5000 iterations, dense up to 2000 columns. */
  public static AbsorbOptions defaults() {
    return new AbsorbOptions(Solver.AUTO, 1e-12, 5000, 2000);
  }

  /** The same with another solver. */
  public AbsorbOptions with(Solver other) {
    return new AbsorbOptions(other, tolerance, maxIterations, denseLimit);
  }
}
