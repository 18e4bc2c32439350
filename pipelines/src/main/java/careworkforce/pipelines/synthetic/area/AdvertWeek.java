package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Fact;

/**
 * The national index of adverts of a category in a week.
 *
 * @param week of the year, from 1; the 53rd of a delivery has not come
 */
public record AdvertWeek(int month, String category, int week, double index) implements Fact {
  private static final int LAST = 52;

  /** Whether there is a value. */
  public boolean known() {
    return week <= LAST;
  }

  /** The mark of the week: the last of a year is imputed. */
  public String marking() {
    return known() ? week == LAST ? "x" : "" : "..";
  }
}
