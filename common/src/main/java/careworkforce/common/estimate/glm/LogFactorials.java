package careworkforce.common.estimate.glm;

import org.apache.commons.math3.special.Gamma;

/** log y! and y log y, small counts from a table. */
public final class LogFactorials {
  private static final int SIZE = 256;
  private static final double[] FACTORIALS = new double[SIZE];
  private static final double[] ENTROPIES = new double[SIZE];

  static {
    for (int y = 0; y < SIZE; y++) {
      FACTORIALS[y] = Gamma.logGamma(y + 1.0);
      ENTROPIES[y] = y > 0 ? y * Math.log(y) : 0;
    }
  }

  private LogFactorials() {}

  /** log Gamma(y + 1). */
  public static double of(double y) {
    int count = (int) y;
    return count == y && count < SIZE ? FACTORIALS[count] : Gamma.logGamma(y + 1);
  }

  /** y log y, 0 for 0. */
  public static double entropy(double y) {
    int count = (int) y;
    return count == y && count < SIZE ? ENTROPIES[count] : y * Math.log(y);
  }
}
