package careworkforce.common.ingest;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date or time format of digits in fixed places, such as {@code dd/MM/yyyy}, {@code 'M'yyyyMM} or
 * {@code HHmm}, read without making text.
 */
final class FixedForm {
  private final byte[] form;

  private FixedForm(byte[] form) {
    this.form = form;
  }

  /** The form of a pattern, or null if its places are not fixed. */
  static @Nullable FixedForm of(String pattern) {
    StringBuilder form = new StringBuilder();
    boolean literal = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\'') {
        literal = !literal;
      } else if (literal) {
        if ("yMdHms".indexOf(c) >= 0 && c != 'M') {
          return null;
        }
        form.append(c == 'M' ? '\u0001' : c);
      } else {
        form.append(c == 'u' ? 'y' : c);
      }
    }
    String plain = form.toString().replaceFirst("yyyy", "");
    for (String part : new String[] {"MM", "dd", "HH", "mm", "ss"}) {
      plain = plain.replaceFirst(part, "");
    }
    return plain.matches(".*[A-Za-z].*")
        ? null
        : new FixedForm(form.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /**
   * A part's number; -1 if the text does not have the form, {@code absent} if it has no such part.
   */
  private int part(byte[] bytes, int from, char part, int absent) {
    int value = 0;
    boolean there = false;
    for (int i = 0; i < form.length; i++) {
      if (form[i] == part) {
        there = true;
        value = 10 * value + bytes[from + i] - '0';
      }
    }
    return there ? value : absent;
  }

  private boolean fits(byte[] bytes, int from, int to) {
    if (to - from != form.length) {
      return false;
    }
    for (int i = 0; i < form.length; i++) {
      byte b = bytes[from + i];
      boolean place = "yMdHms".indexOf(form[i]) >= 0;
      byte literal = form[i] == 1 ? (byte) 'M' : form[i];
      if (place ? b < '0' || b > '9' : b != literal) {
        return false;
      }
    }
    return true;
  }

  /** Days since 1970 of the date, of the month's first where there is no day; or null. */
  @Nullable Integer day(byte[] bytes, int from, int to) {
    if (!fits(bytes, from, to)) {
      return null;
    }
    int year = part(bytes, from, 'y', 0);
    int month = part(bytes, from, 'M', 1);
    int day = part(bytes, from, 'd', 1);
    boolean real =
        year > 0
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    return real ? (int) LocalDate.of(year, month, day).toEpochDay() : null;
  }

  /** Minutes since midnight, or null. */
  @Nullable Integer minute(byte[] bytes, int from, int to) {
    if (!fits(bytes, from, to)) {
      return null;
    }
    int hour = part(bytes, from, 'H', 0);
    int minute = part(bytes, from, 'm', 0);
    int second = part(bytes, from, 's', 0);
    return hour < 24 && minute < 60 && second < 60 ? (Integer) (60 * hour + minute) : null;
  }
}
