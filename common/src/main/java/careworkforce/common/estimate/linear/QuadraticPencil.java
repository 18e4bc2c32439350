package careworkforce.common.estimate.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * A symmetric matrix that is quadratic in a number t, C + L t + S t^2, over the whole line and its
 * end: at the angle a it is C cos^2 a + L cos a sin a + S sin^2 a, that at t = tan a but for a
 * positive factor.
 *
 * <p>Where it is singular is a quadratic eigenvalue problem, solved by its companion matrix (F.
 * Tisseur and K. Meerbergen 2001, SIAM Review 43), the line turned first so that the matrix to
 * invert is far from singular.
 */
record QuadraticPencil(double[][] constant, double[][] linear, double[][] square) {
  private static final int TURNS = 16;

  /** The matrix at an angle. */
  double[][] at(double angle) {
    return at(Math.cos(angle), Math.sin(angle));
  }

  /** The matrix at t = sine / cosine, for any two numbers in that ratio, times cosine squared. */
  double[][] at(double cosine, double sine) {
    double[][] both = Small.add(constant, linear, cosine * cosine, cosine * sine);
    return Small.add(both, square, 1, sine * sine);
  }

  /**
   * Angles, from -pi/2 to pi/2, among which are all where the matrix is singular: the real parts of
   * all eigenvalues, since rounding makes pairs of what are double ones. Empty where they cannot be
   * worked out.
   */
  double[] singular() {
    double turn =
        IntStream.range(0, TURNS)
            .mapToObj(k -> Math.PI * k / TURNS)
            .max((a, b) -> Double.compare(soundness(a), soundness(b)))
            .orElse(0.0);
    try {
      double[] values =
          new EigenDecomposition(new Array2DRowRealMatrix(companion(turn))).getRealEigenvalues();
      return Arrays.stream(values).map(value -> within(turn + Math.atan(value))).toArray();
    } catch (MathArithmeticException | MaxCountExceededException e) {
      return new double[0];
    }
  }

  /** How far from singular the matrix is that turning the line by an angle asks to invert. */
  private double soundness(double turn) {
    double[] values = Small.eigen(at(turn + Math.PI / 2)).getRealEigenvalues();
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return largest > 0 ? Arrays.stream(values).map(Math::abs).min().orElse(0) / largest : 0;
  }

  private double[][] companion(double turn) {
    int size = constant.length;
    double cosine = Math.cos(turn);
    double sine = Math.sin(turn);
    double[][] last = Small.inverse(at(-sine, cosine));
    double[][] first = Small.multiply(last, at(cosine, sine));
    double[][] difference = Small.add(square, constant, 2 * cosine * sine, -2 * cosine * sine);
    double[][] crossed = Small.add(difference, linear, 1, cosine * cosine - sine * sine);
    double[][] middle = Small.multiply(last, crossed);
    double[][] companion = new double[2 * size][2 * size];
    for (int i = 0; i < size; i++) {
      companion[i][size + i] = 1;
      for (int j = 0; j < size; j++) {
        companion[size + i][j] = -first[i][j];
        companion[size + i][size + j] = -middle[i][j];
      }
    }
    return companion;
  }

  private static double within(double angle) {
    return angle - Math.PI * Math.rint(angle / Math.PI);
  }
}
