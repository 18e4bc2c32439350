package careworkforce.common.estimate.did;

/**
 * Values of an effect that the data allow when trends may differ by so much.
 *
 * @param bound how much trends may differ, in the restriction's own terms
 * @param low smallest value, minus infinity when the search found no end
 * @param high largest value, plus infinity when the search found no end
 * @param method how the set was made
 */
public record HonestSet(double bound, double low, double high, String method) {
  /** Whether the data rule out that there is no effect. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
