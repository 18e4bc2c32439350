package careworkforce.common.lock;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether an owner elsewhere is dead: no new sign of life while it was watched. Time is counted
 * from when the watch began, by a clock that never goes back, so that neither a clock set wrong nor
 * one set back buries the living. A sign that says itself that it is old shortens the watch.
 */
final class Watch {
  private static final int BEATS = 2;
  private final Duration heartbeat;
  private final Duration expiry;
  private String sign;
  private long since;

  Watch(Duration heartbeat, Duration expiry, String sign, long nanos) {
    this.heartbeat = heartbeat;
    this.expiry = expiry;
    this.sign = sign;
    this.since = nanos;
  }

  /**
   * Looks at a sign.
   *
   * @param now the wall clock
   * @param nanos the clock that never goes back
   */
  boolean isDead(String seen, Instant now, long nanos) {
    if (!seen.equals(sign)) {
      sign = seen;
      since = nanos;
      return false;
    }
    Duration watched = Duration.ofNanos(nanos - since);
    return watched.compareTo(looksOld(now) ? heartbeat.multipliedBy(BEATS) : expiry) >= 0;
  }

  /**
   * True if it is worth watching whether another sign follows: this one is old, or tells no time.
   */
  boolean mayBeDead(Instant now) {
    return looksOld(now) || Sign.at(sign).equals(Instant.MAX);
  }

  /** True if the sign's own time lies further back than the expiry. */
  boolean looksOld(Instant now) {
    return Sign.at(sign).isBefore(now.minus(expiry));
  }
}
