package careworkforce.common.estimate.absorb;

/** Conjugate gradients on the Schur complement through passes over the rows, never forming it. */
final class MatrixFreeSchur implements ReducedSystem {
  private final GroupSums sums;
  private final double[] inverse;
  private final AbsorbOptions options;

  MatrixFreeSchur(GroupSums sums, AbsorbOptions options) {
    this.sums = sums;
    double[] diagonal = sums.diagonals().schur();
    this.options = options;
    this.inverse = new double[diagonal.length];
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = diagonal[j] > 0 ? 1 / diagonal[j] : 0;
    }
  }

  @Override
  public Solution solve(double[] right, double[] floor, double[] start) {
    int width = floor.length;
    ConjugateGradients.Solution solution =
        ConjugateGradients.solve(
            x -> sums.product(x, width),
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
