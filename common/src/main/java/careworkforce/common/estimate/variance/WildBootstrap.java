package careworkforce.common.estimate.variance;

/**
 * Result of a wild cluster bootstrap test of one coefficient.
 *
 * @param coefficient its name, or {@link #andersonRubin} of it
 * @param nullValue value tested
 * @param statistic t of the sample
 * @param pValue share of draws with |t*| > |t|
 * @param pValueTies the same, ties counted
 * @param draws number of draws, all sign vectors when exhaustive
 * @param exhaustive whether every sign vector was used once
 * @param weights rademacher or webb
 * @param ciLow lower end of the set not rejected, or NaN when not asked for
 * @param ciHigh upper end
 * @param drawn |t*| of each draw under the value tested; the same draw of another coefficient of
 *     the same rows, clusters and seed has the same weights
 * @param placed hash of which row of the data lies in which cluster, the same for the same rows and
 *     clusters
 */
public record WildBootstrap(
    String coefficient,
    double nullValue,
    double statistic,
    double pValue,
    double pValueTies,
    int draws,
    boolean exhaustive,
    String weights,
    double ciLow,
    double ciHigh,
    double[] drawn,
    long placed) {

  /** What Anderson and Rubin's test of an instrumented regressor is called. */
  public static String andersonRubin(String regressor) {
    return "Anderson-Rubin of " + regressor;
  }
}
