package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Resource;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A group of retail trade in the Standard Industrial Classification 2007. Titles are ONS's; shares
 * and growth are settings of about the size of England's [M].
 *
 * @param index place in {@link #ALL}
 * @param group three digits, the first two 47
 * @param share of retail's jobs in 2012
 * @param growth log growth a year
 */
record RetailGroup(int index, String group, String title, double share, double growth) {
  /** Every group, in the order of the resource. */
  static final List<RetailGroup> ALL = load();

  private static final int BASE = 2012;

  /** Standard deviation of a group's log jobs about its growth, year by year [P]. */
  private static final double SHOCK = 0.05;

  /** Standard deviation of an area's log shares, which do not change [P]. */
  private static final double SPREAD = 0.5;

  private static List<RetailGroup> load() {
    List<String[]> rows = Resource.rows(RetailGroup.class, "retail_groups.tsv");
    return IntStream.range(0, rows.size()).mapToObj(i -> of(i, rows.get(i))).toList();
  }

  private static RetailGroup of(int index, String[] row) {
    return new RetailGroup(
        index, row[0], row[1], Double.parseDouble(row[2]) / 1000, Double.parseDouble(row[3]));
  }

  /** Shares of an area's retail jobs in a year, one a group; they sum to one. */
  static double[] shares(WorldSettings world, int area, int year) {
    double[] shares = ALL.stream().mapToDouble(g -> g.weight(world, area, year)).toArray();
    double all = 0;
    for (double share : shares) {
      all += share;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  private double weight(WorldSettings world, int area, int year) {
    double shock = world.draw("retail group", index * 10_000L + year).normal();
    double mix = world.draw("retail mix", area * 100L + index).normal();
    return share * StrictMath.exp(growth * (year - BASE) + SHOCK * shock + SPREAD * mix);
  }
}
