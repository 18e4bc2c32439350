package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * The year from one 30 September to the next, named after the first: months from September to
 * August, each with what follows it up to the next 30 September. Months are numbered as in {@link
 * careworkforce.common.time.Month}.
 */
public final class SeptemberYear {
  private static final int SEPTEMBER = 8;
  private static final int MONTHS = 12;

  private SeptemberYear() {}

  /** The year that a month lies in. */
  public static Column of(Column month) {
    return floor(month.minus(lit(SEPTEMBER)).divide(lit(MONTHS))).cast("int");
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
