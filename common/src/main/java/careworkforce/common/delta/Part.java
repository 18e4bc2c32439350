package careworkforce.common.delta;

import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A part of a table's rows, by a condition that no row answers with null.
 *
 * @param sql the condition, as Delta takes it
 */
public record Part(String sql) {
  /** Every row. */
  public static final Part ALL = new Part("true");

  /** No row. */
  public static final Part NONE = new Part("false");

  /** Rows of one value of a column of text that is never null, which no quote stands in. */
  public static Part of(Field field, String value) {
    return new Part(field.name() + " = '" + value + "'");
  }

  /** Rows of some months, at least one, by a column that holds each month's first day. */
  public static Part ofMonths(Field month, Collection<Month> months) {
    return new Part(
        months.stream()
            .sorted()
            .map(Part::date)
            .collect(Collectors.joining(", ", month.name() + " IN (", ")")));
  }

  /** Rows of a month's year or later ones, and those without one, by a column of years. */
  public static Part openOrFromYear(Field year, Month from) {
    return new Part(year.name() + " IS NULL OR " + year.name() + " >= " + from.year());
  }

  private static String date(Month month) {
    return "DATE '" + month.firstDay() + "'";
  }

  /** The condition on rows of the table. */
  public Column col() {
    return functions.expr(sql);
  }
}
