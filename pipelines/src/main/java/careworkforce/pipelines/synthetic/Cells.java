package careworkforce.pipelines.synthetic;

import java.time.LocalDate;

/** Texts of cells that several sources write alike. */
public final class Cells {
  private Cells() {}

  /** {@code 201503}. */
  public static String yearMonth(int month) {
    return Integer.toString(Math.floorDiv(month, 12) * 100 + Math.floorMod(month, 12) + 1);
  }

  /** {@code 2015-03}. */
  public static void dashedMonth(int month, StringBuilder to) {
    to.append(Math.floorDiv(month, 12)).append('-');
    two(Math.floorMod(month, 12) + 1, to);
  }

  /** Two digits at least. */
  public static void two(int number, StringBuilder to) {
    to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** A number of hundredths with its decimal point: 150 as {@code 1.50}. */
  public static void hundredths(long value, StringBuilder to) {
    to.append(value / 100).append('.');
    two((int) (value % 100), to);
  }

  /** {@code dd/MM/yyyy}. */
  public static void british(LocalDate date, StringBuilder to) {
    two(date.getDayOfMonth(), to);
    to.append('/');
    two(date.getMonthValue(), to);
    to.append('/').append(date.getYear());
  }

  /** {@code MM/dd/yyyy}. */
  public static void american(LocalDate date, StringBuilder to) {
    two(date.getMonthValue(), to);
    to.append('/');
    two(date.getDayOfMonth(), to);
    to.append('/').append(date.getYear());
  }

  /** {@code yyyy-MM-dd}. */
  public static void iso(LocalDate date, StringBuilder to) {
    to.append(date.getYear()).append('-');
    two(date.getMonthValue(), to);
    to.append('-');
    two(date.getDayOfMonth(), to);
  }
}
