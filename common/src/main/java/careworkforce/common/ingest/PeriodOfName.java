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

/** The period that a file's name tells, by the named groups of its pattern. */
final class PeriodOfName {
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
    String plain = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
    Matcher matcher = names.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(fixed != null ? fixed : told(matcher));
  }

  private static Month told(Matcher matcher) {
    String financial = group(matcher, "fyear");
    if (financial != null) {
      int start = Integer.parseInt(financial.substring(0, 2));
      return Month.of(start < 70 ? 2000 + start : 1900 + start, 4);
    }
    String year = matcher.group("year");
    String month = group(matcher, "month");
    return Month.of(Integer.parseInt(year), month == null ? 1 : month(month));
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    return MONTHS.getOrDefault(text.substring(0, 3).toLowerCase(Locale.ROOT), 0);
  }

  /** True if a pattern has a group of that name. */
  static boolean has(Pattern names, String group) {
    return names.pattern().contains("(?<" + group + ">");
  }

  private static @Nullable String group(Matcher matcher, String name) {
    return has(matcher.pattern(), name) ? matcher.group(name) : null;
  }
}
