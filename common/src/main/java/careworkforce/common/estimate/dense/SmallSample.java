package careworkforce.common.estimate.dense;

/** The usual small-sample factors of robust variances, as fixest and Stata apply them. */
public final class SmallSample {

  private SmallSample() {}

  /** {@code N / (N - K)}, for heteroskedasticity-robust variances (HC1). */
  public static double robust(double rows, double parameters) {
    return rows / (rows - parameters);
  }

  /** {@code (N - 1) / (N - K) * G / (G - 1)}, for clustered variances. */
  public static double cluster(double rows, double parameters, double clusters) {
    return (rows - 1) / (rows - parameters) * clusters / (clusters - 1);
  }
}
