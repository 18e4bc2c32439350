package careworkforce.common.estimate.shiftshare;

/**
 * The values a test does not reject: an interval, all outside an interval, or the whole line.
 *
 * @param shape what low and high bound
 */
public record ConfidenceSet(Shape shape, double low, double high) {

  /** The form of the set. */
  public enum Shape {
    /** From low to high. */
    INTERVAL,
    /** Up to low, and from high on. */
    TWO_RAYS,
    /** Every value: the data do not identify the parameter. */
    LINE
  }

  /** The set {@code a (b - middle)^2 <= c}, as a quadratic test leaves it. */
  static ConfidenceSet quadratic(double a, double middle, double spreadSquared) {
    if (a > 0) {
      double half = Math.sqrt(spreadSquared);
      return new ConfidenceSet(Shape.INTERVAL, middle - half, middle + half);
    }
    if (spreadSquared <= 0) {
      return new ConfidenceSet(Shape.LINE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double half = Math.sqrt(spreadSquared);
    return new ConfidenceSet(Shape.TWO_RAYS, middle - half, middle + half);
  }

  /** Whether the value is in the set. */
  public boolean contains(double value) {
    return switch (shape) {
      case INTERVAL -> value >= low && value <= high;
      case TWO_RAYS -> value <= low || value >= high;
      case LINE -> true;
    };
  }
}
