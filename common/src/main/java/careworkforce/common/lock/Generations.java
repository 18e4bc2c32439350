package careworkforce.common.lock;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claims on a lake, numbered in the order made: {@code lock/<number>.claim}, which one process
 * makes and none changes, and {@code lock/<number>.beat}, which its owner alone writes over. The
 * last number holds the lake, so that taking over from the dead is making the next one.
 */
final class Generations {
  private static final Pattern CLAIM = Pattern.compile("(\\d{12})\\.claim");
  private static final String RELEASED = "released";
  private final Lake lake;

  Generations(Lake lake) {
    this.lake = lake;
  }

  private static String name(long number, String kind) {
    return "lock/%012d.%s".formatted(number, kind);
  }

  private SmallFile claim(long number) {
    return lake.note(name(number, "claim"));
  }

  private SmallFile beat(long number) {
    return lake.note(name(number, "beat"));
  }

  /** The last number; 0 if nobody ever claimed the lake. */
  long last() {
    return lake.notes("lock").stream()
        .map(CLAIM::matcher)
        .filter(Matcher::matches)
        .mapToLong(m -> Long.parseLong(m.group(1)))
        .max()
        .orElse(0);
  }

  /** Makes a claim; false if another process was first. */
  boolean make(long number, Claim claim) {
    if (!claim(number).writeIfAbsent(claim.json())) {
      return false;
    }
    for (long old = number - 1; old > 0 && claim(old).read().isPresent(); old--) {
      beat(old).delete();
      claim(old).delete();
    }
    return true;
  }

  /** Who made a claim; empty if it is past. */
  Optional<Claim> read(long number) {
    return claim(number).read().map(Claim::parse);
  }

  /** The newest sign of life of a claim's owner; empty before its first. */
  String sign(long number) {
    return beat(number).read().orElse("");
  }

  void beat(long number, String sign) {
    beat(number).write(sign);
  }

  /** True if a sign says that the owner gave the lake back. */
  static boolean isRelease(String sign) {
    return sign.equals(RELEASED);
  }

  void release(long number) {
    beat(number).write(RELEASED);
  }
}
