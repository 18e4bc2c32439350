package careworkforce.pipelines.bronze.ascwds;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import org.apache.spark.sql.Column;

/**
 * The numbers that mean no number. Bronze keeps them as delivered; whoever computes takes columns
 * through these. Everywhere −1 is not recorded and −2 not known, with one column the other way
 * round: {@code yearofentry} −1 says that the year is not known and −2 that it is not recorded.
 * Zero is a number: no staff, no starters, no days sick.
 */
public final class AscwdsSentinels {
  /** Not known, in role counts and weekly hours. */
  public static final int NINES = 999;

  private AscwdsSentinels() {}

  /** A count, year or number of days; null for −1 and −2. */
  public static Column known(Field number) {
    return when(number.col().geq(lit(0)), number.col());
  }

  /** A count of one role, or weekly hours; null for −1, −2 and 999. */
  public static Column knownBelowNines(Field number) {
    return when(number.col().geq(lit(0)).and(number.col().lt(lit(NINES))), number.col());
  }

  /** A pay; null for −1, −2 and nothing. */
  public static Column paid(Field pay) {
    return when(pay.col().gt(lit(0)), pay.col());
  }

  /** A code; null for −1, not recorded, and −2, not known. */
  public static Column told(Field code) {
    return when(code.col().isin("-1", "-2"), lit(null)).otherwise(code.col());
  }
}
