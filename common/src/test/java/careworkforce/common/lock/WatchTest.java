package careworkforce.common.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A heartbeat of 10 s and an expiry of 60 s; the watch begins at second 0. */
class WatchTest {
  private static final Instant NOON = Instant.parse("2021-03-28T12:00:00Z");
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration EXPIRY = Duration.ofSeconds(60);

  private static Watch watch(String sign) {
    return new Watch(HEARTBEAT, EXPIRY, sign, 0);
  }

  private static boolean isDead(Watch watch, String sign, Instant wall, long second) {
    return watch.isDead(sign, wall, TimeUnit.SECONDS.toNanos(second));
  }

  @Test
  void shouldBuryAnOwnerWithoutANewSignForTheExpiry() {
    String sign = Sign.of(7, NOON);
    Watch watch = watch(sign);
    assertThat(isDead(watch, sign, NOON.plusSeconds(59), 59)).isFalse();
    assertThat(isDead(watch, sign, NOON.plusSeconds(60), 60)).isTrue();
  }

  @Test
  void shouldBeginAnewWithEachNewSign() {
    Watch watch = watch(Sign.of(7, NOON));
    assertThat(isDead(watch, Sign.of(8, NOON), NOON, 59)).isFalse();
    assertThat(isDead(watch, Sign.of(8, NOON), NOON, 118)).isFalse();
    assertThat(isDead(watch, Sign.of(8, NOON), NOON, 119)).isTrue();
  }

  @Test
  void shouldWatchAnOwnerWhoseSignIsOldForTwoBeatsOnly() {
    String sign = Sign.of(7, NOON.minusSeconds(3_600));
    Watch watch = watch(sign);
    assertThat(isDead(watch, sign, NOON, 19)).isFalse();
    assertThat(isDead(watch, sign, NOON, 20)).isTrue();
  }

  @Test
  void shouldNotBuryTheLivingWhereTheWallClockLeaps() {
    Watch watch = watch(Sign.of(7, NOON));
    Instant leapt = NOON.plusSeconds(86_400);
    assertThat(isDead(watch, Sign.of(8, NOON), leapt, 10)).isFalse();
    assertThat(isDead(watch, Sign.of(9, NOON), leapt, 20)).isFalse();
  }

  @Test
  void shouldBuryTheDeadWhereTheWallClockWentBack() {
    String sign = Sign.of(7, NOON);
    Watch watch = watch(sign);
    assertThat(isDead(watch, sign, NOON.minusSeconds(86_400), 60)).isTrue();
  }

  @Test
  void shouldWatchAnOwnerWhoGaveNoSignYetForTheWholeExpiry() {
    Watch watch = watch("");
    assertThat(isDead(watch, "", NOON, 20)).isFalse();
    assertThat(isDead(watch, "", NOON, 60)).isTrue();
  }
}
