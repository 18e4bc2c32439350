package careworkforce.common.report;

/**
 * An estimate with its interval.
 *
 * @param name as the reader meets it
 * @param estimate the point
 * @param low lower end; infinite if there is none, NaN without an interval
 * @param high upper end; likewise
 */
public record Interval(String name, double estimate, double low, double high) {
  /** Whether there is an interval. */
  boolean known() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** True if the interval holds the value. */
  public boolean covers(double value) {
    return low <= value && value <= high;
  }
}
