package careworkforce.pipelines.silver.person;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.try_add;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Basic pay by the hour contracted: pay of the month / (FTE x 162.95 hours), 37.5 hours a week in
 * 52.143 weeks a year. Reckoned in whole numbers and rounded half away from zero: a division of
 * decimals goes on for 38 digits.
 */
final class HourlyPay {
  /** Hours of a month at full time, in fifths of a hundredth: 162.95 x 100 / 5. */
  private static final long FULL_TIME = 3_259;

  /** Pence / (hundred thousandths of FTE x {@link #FULL_TIME}) in ten thousandths of a pound. */
  private static final long SCALE = 200_000_000;

  private static final DataType POUNDS = DataTypes.createDecimalType(14, 2);
  private static final DataType FTE = DataTypes.createDecimalType(7, 5);

  private HourlyPay() {}

  /**
   * Pounds an hour.
   *
   * @param basicPay pounds in the month, with pence
   * @param fte full-time equivalents, to five decimals
   * @param type a decimal to four decimals; null where it does not hold the value, where there is
   *     no FTE, and for pay above 230 million pounds
   */
  static Column of(Column basicPay, Column fte, DataType type) {
    Column pence = WholeUnits.of(basicPay.cast(POUNDS));
    Column work = WholeUnits.of(fte.cast(FTE)).multiply(lit(FULL_TIME));
    Column half = when(pence.lt(lit(0L)), negate(work)).otherwise(work);
    Column twice = try_multiply(pence, lit(2 * SCALE));
    Column parts = call_function("div", try_add(twice, half), work.multiply(lit(2L)));
    return when(work.gt(lit(0L)), WholeUnits.decimal(parts, (DecimalType) type));
  }
}
