package careworkforce.common.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a reader meets them: the same in every locale, minus as U+2212. */
public final class Numbers {
  private static final String MISSING = "–";
  private static final String INFINITE = "∞";

  private Numbers() {}

  /** A whole number with thousands separated, such as {@code 14,021}. */
  public static String whole(long value) {
    return minus(String.format(Locale.ROOT, "%,d", value));
  }

  /** A number with fixed decimals, thousands separated; {@code –} if it is not a number. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return boundless(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return minus(String.format(Locale.ROOT, "%,." + decimals + "f", rounded));
  }

  /** A number with so many significant digits, written out, such as {@code 0.00328}. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return boundless(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int decimals = Math.max(0, rounded.scale() + digits - rounded.precision());
    return minus(rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString());
  }

  /** How many decimals show so many significant digits of a number. */
  public static int decimals(double value, int digits) {
    return value == 0
        ? digits - 1
        : Math.max(0, digits - 1 - (int) Math.floor(Math.log10(Math.abs(value))));
  }

  /** A share of one as a percentage, such as {@code 22.0%}. */
  public static String percent(double share, int decimals) {
    return Double.isNaN(share) ? MISSING : fixed(100 * share, decimals) + "%";
  }

  static String coordinate(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String boundless(double value) {
    return Double.isNaN(value) ? MISSING : value > 0 ? INFINITE : "\u2212" + INFINITE;
  }

  private static String minus(String number) {
    return number.startsWith("-") ? "\u2212" + number.substring(1) : number;
  }
}
