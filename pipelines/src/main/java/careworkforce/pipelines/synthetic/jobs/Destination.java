package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Resource;
import java.util.List;

/**
 * A job that people take who leave social care for other work. That 17 in a hundred become nurses
 * and 11 nursing auxiliaries is published (calibration 3.2); the share of retail and the rest are
 * settings [M].
 *
 * @param soc2010 unit group
 * @param soc2020 the unit group that most of it became
 * @param title of the unit group in SOC2010
 * @param share of all who leave for other work
 */
public record Destination(
    String soc2010, String soc2020, String title, Industry industry, double share) {
  /** Every destination; shares add up to one. */
  public static final List<Destination> ALL = load();

  private static final double[] SHARES = ALL.stream().mapToDouble(d -> d.share).toArray();

  private static List<Destination> load() {
    List<String[]> rows = Resource.rows(Destination.class, "destinations.tsv");
    double total = rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).sum();
    return rows.stream().map(row -> of(row, total)).toList();
  }

  private static Destination of(String[] row, double total) {
    return new Destination(
        row[0], row[1], row[2], Industry.of(row[3]), Double.parseDouble(row[4]) / total);
  }

  /** The destination of somebody who leaves. */
  static Destination of(Draw draw) {
    return ALL.get(draw.pick(SHARES));
  }

  /** The share of leavers that goes to an industry: {@code pi} of methods 2.7. */
  public static double share(Industry industry) {
    return ALL.stream().filter(d -> d.industry == industry).mapToDouble(Destination::share).sum();
  }
}
