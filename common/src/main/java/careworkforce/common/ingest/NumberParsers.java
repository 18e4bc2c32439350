package careworkforce.common.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;

/** Numbers as bytes of text: a point for decimals, commas between thousands where they are let. */
final class NumberParsers {
  private static final int SAFE_DIGITS = 18;
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  private NumberParsers() {}

  /** Numbers in which commas may part groups of three digits. */
  static CellParser thousands(CellParser plain) {
    return (bytes, from, to) -> {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      if (text.indexOf(',') < 0) {
        return plain.read(bytes, from, to);
      }
      if (!THOUSANDS.matcher(text).matches()) {
        return RejectCode.BAD_NUMBER;
      }
      byte[] digits = text.replace(",", "").getBytes(StandardCharsets.US_ASCII);
      return plain.read(digits, 0, digits.length);
    };
  }

  /** Whole numbers of a type's range; a fraction of zeros is let pass if {@code pointAllowed}. */
  static CellParser whole(DataType type, boolean pointAllowed) {
    return (bytes, from, to) -> {
      int end = pointAllowed ? withoutZeroFraction(bytes, from, to) : to;
      long value = digits(bytes, from, end);
      if (value == Long.MIN_VALUE) {
        return RejectCode.BAD_NUMBER;
      }
      if (type.equals(DataTypes.LongType)) {
        return value;
      }
      if (type.equals(DataTypes.IntegerType)) {
        return value == (int) value ? (Object) (int) value : RejectCode.BAD_NUMBER;
      }
      if (type.equals(DataTypes.ShortType)) {
        return value == (short) value ? (Object) (short) value : RejectCode.BAD_NUMBER;
      }
      return value == (byte) value ? (Object) (byte) value : RejectCode.BAD_NUMBER;
    };
  }

  private static int withoutZeroFraction(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == '0') {
      end--;
    }
    return end > from && bytes[end - 1] == '.' ? end - 1 : to;
  }

  /** A signed whole number of up to 18 digits; {@code Long.MIN_VALUE} if it is none. */
  static long digits(byte[] bytes, int from, int to) {
    int at = from;
    boolean minus = at < to && bytes[at] == '-';
    if (minus || at < to && bytes[at] == '+') {
      at++;
    }
    if (at == to || to - at > SAFE_DIGITS) {
      return Long.MIN_VALUE;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      value = 10 * value + digit;
    }
    return minus ? -value : value;
  }

  /**
   * Decimals; places beyond the type's scale are rounded half up if {@code rounded}, else refused.
   */
  static CellParser decimal(DecimalType type, boolean rounded) {
    int precision = type.precision();
    int scale = type.scale();
    return (bytes, from, to) -> {
      if (!decimal(bytes, from, to)) {
        return RejectCode.BAD_NUMBER;
      }
      BigDecimal exact =
          new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
      if (exact.stripTrailingZeros().scale() > scale && !rounded) {
        return RejectCode.BAD_NUMBER;
      }
      BigDecimal value = exact.setScale(scale, RoundingMode.HALF_UP);
      return value.precision() > precision
          ? RejectCode.BAD_NUMBER
          : Decimal.apply(value, precision, scale);
    };
  }

  /** Numbers of any places, rounded half up to whole ones of up to nine digits. */
  static CellParser rounded() {
    CellParser decimal = decimal(new DecimalType(9, 0), true);
    return (bytes, from, to) ->
        decimal.read(bytes, from, to) instanceof Decimal whole
            ? (Object) whole.toInt()
            : RejectCode.BAD_NUMBER;
  }

  private static boolean decimal(byte[] bytes, int from, int to) {
    int digits = 0;
    int points = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (b == '.') {
        points++;
      } else if (i > from || b != '-' && b != '+') {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  /** Real numbers, exponents allowed; neither infinite nor NaN. */
  static CellParser real() {
    return (bytes, from, to) -> {
      for (int i = from; i < to; i++) {
        if ("0123456789+-.eE".indexOf(bytes[i]) < 0) {
          return RejectCode.BAD_NUMBER;
        }
      }
      try {
        double value =
            Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        return Double.isFinite(value) ? (Object) value : RejectCode.BAD_NUMBER;
      } catch (NumberFormatException e) {
        return RejectCode.BAD_NUMBER;
      }
    };
  }
}
