package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Resource;
import java.util.List;

/**
 * An industry outside social care: a division of the Standard Industrial Classification 2007 that
 * care staff go to. Titles are ONS's; the shares of jobs and the pay are settings of about the size
 * of England's [M].
 *
 * @param index place in {@link #ALL}
 * @param division two digits
 * @param sicClass four digits as the Labour Force Survey writes them, without leading nought
 * @param share of all jobs
 * @param wage median pounds an hour in 2012
 */
public record Industry(
    int index, String division, int sicClass, String title, double share, double wage) {
  /** Every industry, in the order of the resource. */
  public static final List<Industry> ALL = load();

  private static List<Industry> load() {
    List<String[]> rows = Resource.rows(Industry.class, "industries.tsv");
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i -> of(i, rows.get(i)))
        .toList();
  }

  private static Industry of(int index, String[] row) {
    return new Industry(
        index,
        row[0],
        Integer.parseInt(row[1]),
        row[2],
        Double.parseDouble(row[3]) / 1000,
        Double.parseDouble(row[4]));
  }

  /** The industry of a division. */
  static Industry of(String division) {
    return ALL.stream().filter(i -> i.division.equals(division)).findFirst().orElseThrow();
  }
}
