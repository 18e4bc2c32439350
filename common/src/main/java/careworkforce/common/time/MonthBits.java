package careworkforce.common.time;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import org.apache.spark.sql.Column;

/**
 * Sets of months as the bits of whole numbers: months of one block of 64 share a number, each with
 * a bit of its own. Months are whole numbers as in {@link Month}.
 */
public final class MonthBits {
  private static final int BLOCK = 64;

  private MonthBits() {}

  /** The block that a month's bit stands in. */
  public static Column block(Column month) {
    return floor(month.divide(lit(BLOCK))).cast("int");
  }

  /** A number of which the month's bit alone is set. */
  public static Column bit(Column month) {
    return call_function("shiftleft", lit(1L), pmod(month, lit(BLOCK)).cast("int"));
  }

  /** Whether a month of the bits' own block is in the set. */
  public static Column isSet(Column bits, Column month) {
    return bits.bitwiseAND(bit(month)).notEqual(lit(0L));
  }
}
