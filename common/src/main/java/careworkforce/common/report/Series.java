package careworkforce.common.report;

/**
 * A line of a chart.
 *
 * @param name as the reader meets it
 * @param x ascending; months as whole numbers (see {@code time.Month})
 * @param y one value a point; NaN leaves a gap
 */
public record Series(String name, double[] x, double[] y) {
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(name + ": " + x.length + " x but " + y.length + " y");
    }
  }

  int size() {
    return x.length;
  }
}
