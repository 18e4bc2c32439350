package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The period that a file's name tells, by the named groups of its pattern; none where the month is
 * none of the year, such as 00 or the 13 of an account's closing.
 */
final class PeriodOfName {
  private static final String PACKED = ".gz";
  private static final Map<String, Integer> MONTHS =
      Stream.of(java.time.Month.values())
          .collect(
              Collectors.toMap(
                  m ->
                      m.getDisplayName(TextStyle.SHORT, Locale.UK)
                          .substring(0, 3)
                          .toLowerCase(Locale.ROOT),
                  java.time.Month::getValue));

  private PeriodOfName() {}

  static Optional<Month> of(Pattern names, @Nullable Month fixed, String path) {
    Matcher matcher = names.matcher(plain(path));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return fixed != null ? Optional.of(fixed) : told(matcher);
  }

  /** A file's path as it is unpacked. */
  static String plain(String path) {
    return path.endsWith(PACKED) ? path.substring(0, path.length() - PACKED.length()) : path;
  }

  private static Optional<Month> told(Matcher matcher) {
    String financial = group(matcher, "fyear");
    if (financial != null) {
      int start = Integer.parseInt(financial.substring(0, 2));
      return Optional.of(Month.of(start < 70 ? 2000 + start : 1900 + start, 4));
    }
    int year = Integer.parseInt(matcher.group("year"));
    String text = group(matcher, "month");
    int month = text == null ? 1 : month(text);
    return month >= 1 && month <= 12
        ? Optional.of(dayBefore(Month.of(year, month), group(matcher, "runday")))
        : Optional.empty();
  }

  /** The month of the day before the run, of which a run's file tells. */
  private static Month dayBefore(Month run, @Nullable String day) {
    return "01".equals(day) ? run.plus(-1) : run;
  }

  /** 1 to 12 for a month of the year; another number for what is none. */
  private static int month(String text) {
    if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    String brief = text.substring(0, Math.min(3, text.length()));
    return MONTHS.getOrDefault(brief.toLowerCase(Locale.ROOT), 0);
  }

  /** True if a pattern has a group of that name. */
  static boolean has(Pattern names, String group) {
    return names.pattern().contains("(?<" + group + ">");
  }

  private static @Nullable String group(Matcher matcher, String name) {
    return has(matcher.pattern(), name) ? matcher.group(name) : null;
  }
}
