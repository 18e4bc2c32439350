package careworkforce.common.estimate.linear;

/**
 * 95 % interval of a just-identified coefficient with the critical value that the first-stage F
 * calls for (Lee, McCrary, Moreira and Porter 2022, table 3a, interpolated).
 *
 * @param critical value in place of 1.96; infinite for an F of 4 or less (3.84 and less: no finite
 *     interval)
 * @param low lower end
 * @param high upper end
 */
public record TfInterval(double critical, double low, double high) {
  private static final double FIRST = 18.656;
  private static final double LAST = 1.96;
  private static final double[] F = {
    4, 4.008, 4.015, 4.023, 4.031, 4.04, 4.049, 4.059, 4.068, 4.079, 4.09, 4.101, 4.113, 4.125,
    4.138, 4.151, 4.166, 4.18, 4.196, 4.212, 4.229, 4.247, 4.265, 4.285, 4.305, 4.326, 4.349, 4.372,
    4.396, 4.422, 4.449, 4.477, 4.507, 4.538, 4.57, 4.604, 4.64, 4.678, 4.717, 4.759, 4.803, 4.849,
    4.897, 4.948, 5.002, 5.059, 5.119, 5.182, 5.248, 5.319, 5.393, 5.472, 5.556, 5.644, 5.738,
    5.838, 5.944, 6.056, 6.176, 6.304, 6.44, 6.585, 6.741, 6.907, 7.085, 7.276, 7.482, 7.702, 7.94,
    8.196, 8.473, 8.773, 9.098, 9.451, 9.835, 10.253, 10.711, 11.214, 11.766, 12.374, 13.048,
    13.796, 14.631, 15.566, 16.618, 17.81, 19.167, 20.721, 22.516, 24.605, 27.058, 29.967, 33.457,
    37.699, 42.93, 49.495, 57.902, 68.93, 83.823, 104.68
  };

  /**
   * The interval of an estimate, its standard error and the F of its first stage, same variance.
   */
  public static TfInterval of(double estimate, double standardError, double f) {
    double critical = critical(f);
    return new TfInterval(
        critical, estimate - critical * standardError, estimate + critical * standardError);
  }

  static double critical(double f) {
    if (f <= F[0]) {
      return Double.POSITIVE_INFINITY;
    }
    if (f >= F[F.length - 1]) {
      return LAST;
    }
    int above = 1;
    while (F[above] < f) {
      above++;
    }
    double share = (f - F[above - 1]) / (F[above] - F[above - 1]);
    return (1 - share) * tabled(above - 1) + share * tabled(above);
  }

  /** The table's critical values fall by a constant ratio. */
  private static double tabled(int row) {
    return FIRST * Math.pow(LAST / FIRST, row / (F.length - 1.0));
  }
}
