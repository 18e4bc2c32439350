package careworkforce.common.lock;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A sign of life: its number, so that no two are alike, and the owner's time. */
final class Sign {
  private Sign() {}

  static String of(long number, Instant at) {
    return number + " " + at;
  }

  /** The owner's time; the far future if it cannot be told. */
  static Instant at(String sign) {
    if (sign.isEmpty()) {
      return Instant.MAX;
    }
    try {
      return Instant.parse(sign.substring(sign.indexOf(' ') + 1));
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }
}
