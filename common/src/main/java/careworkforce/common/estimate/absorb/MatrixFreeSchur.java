package careworkforce.common.estimate.absorb;

/** Conjugate gradients on the Schur complement through passes over the rows, never forming it. */
final class MatrixFreeSchur implements ReducedSystem {
  private final Sweep sweep;
  private final double[] inverse;
  private final AbsorbOptions options;

  MatrixFreeSchur(Sweep sweep, Diagonals diagonals, AbsorbOptions options) {
    this.sweep = sweep;
    this.options = options;
    this.inverse = new double[diagonals.schur().length];
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = diagonals.schur()[j] > 0 ? 1 / diagonals.schur()[j] : 0;
    }
  }

  @Override
  public Solution solve(double[] right, double[] floor, double[] start) {
    int width = floor.length;
    ConjugateGradients.Solution solution =
        ConjugateGradients.solve(
            x -> sweep.run(null, x, width, null).sums(),
            r -> precondition(r, width),
            right,
            start,
            floor,
            options.tolerance(),
            options.maxIterations());
    return new Solution(solution.x(), solution.iterations(), solution.converged());
  }

  private double[] precondition(double[] r, int width) {
    double[] z = new double[r.length];
    for (int at = 0; at < r.length; at++) {
      z[at] = r[at] * inverse[at / width];
    }
    return z;
  }

  @Override
  public int rank() {
    return -1;
  }

  @Override
  public AbsorbOptions.Solver solver() {
    return AbsorbOptions.Solver.MATRIX_FREE;
  }
}
