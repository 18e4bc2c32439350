package careworkforce.common.report;

/**
 * An estimate with its interval.
 *
 * @param name as the reader meets it
 * @param estimate the point
 * @param low lower end
 * @param high upper end
 */
public record Interval(String name, double estimate, double low, double high) {
  /** True if the interval holds the value. */
  public boolean covers(double value) {
    return low <= value && value <= high;
  }
}
