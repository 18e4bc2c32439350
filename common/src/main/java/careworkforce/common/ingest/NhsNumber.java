package careworkforce.common.ingest;

import org.jspecify.annotations.Nullable;

/**
 * NHS numbers: ten digits, the last a check digit modulo 11 (NHS Data Model and Dictionary). Spaces
 * and hyphens between digits do not count.
 */
final class NhsNumber {
  private static final int DIGITS = 10;

  private NhsNumber() {}

  /** The ten digits, or null if it is none or the check digit is wrong. */
  static byte @Nullable [] digits(byte[] text, int from, int to) {
    byte[] digits = new byte[DIGITS];
    int found = 0;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b >= '0' && b <= '9' && found < DIGITS) {
        digits[found++] = b;
      } else if (b != ' ' && b != '-') {
        return null;
      }
    }
    return found == DIGITS && checks(digits) ? digits : null;
  }

  private static boolean checks(byte[] digits) {
    int sum = 0;
    boolean same = true;
    for (int i = 0; i < DIGITS - 1; i++) {
      sum += (DIGITS - i) * (digits[i] - '0');
      same &= digits[i] == digits[DIGITS - 1];
    }
    int check = 11 - sum % 11;
    return !same && check != 10 && check % 11 == digits[DIGITS - 1] - '0';
  }
}
