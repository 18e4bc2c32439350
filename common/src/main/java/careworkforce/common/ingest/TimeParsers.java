package careworkforce.common.ingest;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates, months and times in the first of several formats that fits. */
final class TimeParsers {
  private TimeParsers() {}

  /** One format's reading of a text; null if it does not fit. */
  private interface Form {
    @Nullable Integer read(byte[] bytes, int from, int to);
  }

  /** Dates and first days of months, as days since 1970. */
  static CellParser days(List<String> formats) {
    Form[] forms = formats.stream().map(TimeParsers::dayForm).toArray(Form[]::new);
    return remembering((bytes, from, to) -> first(forms, bytes, from, to), RejectCode.BAD_DATE);
  }

  /** Last days of the months of dates, as days since 1970. */
  static CellParser lastDays(List<String> formats) {
    CellParser days = days(formats);
    return (bytes, from, to) ->
        days.read(bytes, from, to) instanceof Integer day
            ? (Object) (int) LocalDate.ofEpochDay(day).with(lastDayOfMonth()).toEpochDay()
            : RejectCode.BAD_DATE;
  }

  /** Times, as minutes since midnight. */
  static CellParser minutes(List<String> formats) {
    Form[] forms = formats.stream().map(TimeParsers::minuteForm).toArray(Form[]::new);
    return remembering((bytes, from, to) -> first(forms, bytes, from, to), RejectCode.BAD_TIME);
  }

  private static @Nullable Integer first(Form[] forms, byte[] bytes, int from, int to) {
    for (Form form : forms) {
      Integer value = form.read(bytes, from, to);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Form dayForm(String pattern) {
    FixedForm fixed = FixedForm.of(pattern);
    return fixed != null ? fixed::day : parsed(pattern, true);
  }

  private static Form minuteForm(String pattern) {
    FixedForm fixed = FixedForm.of(pattern);
    return fixed != null ? fixed::minute : parsed(pattern, false);
  }

  private static Form parsed(String pattern, boolean date) {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern.replace('y', 'u'));
    if (date && !pattern.contains("d")) {
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    DateTimeFormatter formatter =
        builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    return (bytes, from, to) -> {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      try {
        return date
            ? (int) LocalDate.parse(text, formatter).toEpochDay()
            : LocalTime.parse(text, formatter).toSecondOfDay() / 60;
      } catch (DateTimeParseException e) {
        return null;
      }
    };
  }

  /** Repeats the last answer for the same text, as most columns of a month's file ask it. */
  private static CellParser remembering(Form form, RejectCode otherwise) {
    return new CellParser() {
      private byte[] last = new byte[0];
      private @Nullable Integer answer;

      @Override
      public Object read(byte[] bytes, int from, int to) {
        if (!Arrays.equals(last, 0, last.length, bytes, from, to)) {
          last = Arrays.copyOfRange(bytes, from, to);
          answer = form.read(bytes, from, to);
        }
        return answer == null ? otherwise : answer;
      }
    };
  }
}
