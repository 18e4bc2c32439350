package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.time.Month;
import org.apache.spark.sql.Column;

/**
 * The year from one 30 September to the next, named after the first: months from September to
 * August, each with what follows it up to the next 30 September. Months are numbered as in {@link
 * Month}.
 */
public final class SeptemberYear {
  private static final int SEPTEMBER = 8;
  private static final int MONTHS = 12;

  private SeptemberYear() {}

  /** The year that a month lies in. */
  public static Column of(Column month) {
    return floor(month.minus(lit(SEPTEMBER)).divide(lit(MONTHS))).cast("int");
  }

  /** The year in which a month lies. */
  public static int of(Month month) {
    return month.plus(-SEPTEMBER).year();
  }

  /**
   * The year in which a change first shows, from October to the next September: each such month
   * follows one of the year.
   */
  public static Column ofChange(Column month) {
    return of(month.minus(lit(1)));
  }

  /** The October in which changes of a year begin to show. */
  public static Column firstChange(Column year) {
    return first(year).plus(lit(1));
  }

  /** The next September, in which the last changes of a year show. */
  public static Column lastChange(Column year) {
    return last(year).plus(lit(1));
  }

  /** The September that a year begins with. */
  public static Column first(Column year) {
    return year.multiply(lit(MONTHS)).plus(lit(SEPTEMBER));
  }

  /** The August that a year ends with. */
  public static Column last(Column year) {
    return first(year).plus(lit(MONTHS - 1));
  }
}
