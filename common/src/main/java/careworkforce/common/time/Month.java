package careworkforce.common.time;

import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A calendar month, and the months as whole numbers: {@code 12 * year + (month - 1)}, so that the
 * difference of two is the number of months between. A month column is a date, the month's first.
 */
public record Month(int number) implements Comparable<Month> {

  /** Year and month of the year, 1 to 12. */
  public static Month of(int year, int month) {
    return new Month(12 * year + month - 1);
  }

  /** A text such as {@code 2015-03}. */
  public static Month parse(String text) {
    YearMonth month = YearMonth.parse(text);
    return of(month.getYear(), month.getMonthValue());
  }

  /** The month a date falls in. */
  public static Month of(LocalDate date) {
    return of(date.getYear(), date.getMonthValue());
  }

  /** The number of a date column's month. */
  public static Column number(Column date) {
    return functions
        .year(date)
        .multiply(functions.lit(12))
        .plus(functions.month(date))
        .minus(functions.lit(1));
  }

  /** The first day of a numbered month, as a date column. */
  public static Column first(Column number) {
    Column zeroBased = functions.pmod(number, functions.lit(12));
    Column year = number.minus(zeroBased).divide(functions.lit(12)).cast("int");
    return functions.make_date(year, zeroBased.plus(functions.lit(1)), functions.lit(1));
  }

  public int year() {
    return Math.floorDiv(number, 12);
  }

  /** 1 to 12. */
  public int ofYear() {
    return Math.floorMod(number, 12) + 1;
  }

  public LocalDate firstDay() {
    return LocalDate.of(year(), ofYear(), 1);
  }

  public LocalDate lastDay() {
    return plus(1).firstDay().minusDays(1);
  }

  public Month plus(int months) {
    return new Month(number + months);
  }

  @Override
  public int compareTo(Month other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return YearMonth.of(year(), ofYear()).toString();
  }
}
