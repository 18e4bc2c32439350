package careworkforce.common.lock;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process's attempt to be the one that holds a lake. */
final class Contest {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private final Lake lake;
  private final Generations generations;
  private final Duration heartbeat;
  private final Duration expiry;
  private final Duration patience;
  private final Consumer<String> say;
  private long watched = -1;
  private @Nullable Watch watch;
  private boolean toldToWait;

  Contest(Lake lake, Generations generations, Settings settings, Consumer<String> say) {
    this.lake = lake;
    this.generations = generations;
    this.heartbeat = LakeLock.heartbeat(settings);
    this.expiry = LakeLock.expiry(settings);
    this.patience = Duration.ofSeconds(settings.value(LakeLock.WAIT));
    this.say = say;
  }

  /**
   * Waits until the lake is free, or its owner dead, and claims it.
   *
   * @return the number of the claim
   * @throws UserError if the owner lives longer than may be waited
   */
  long win() {
    long start = System.nanoTime();
    while (true) {
      long last = generations.last();
      Optional<Claim> owner = generations.read(last);
      String sign = generations.sign(last);
      Watch watching = watching(last, sign);
      boolean free = owner.isEmpty() || Generations.isRelease(sign);
      if (free || isDead(owner.get(), watching, sign)) {
        boolean made = generations.make(last + 1, Claim.ours(Instant.now()));
        if (made && generations.last() == last + 1) {
          if (!free) {
            say.accept("the lock of " + owner.get().told() + " is taken over: its owner is dead");
          }
          return last + 1;
        }
      } else {
        waitFor(owner.get(), watching, Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  private Watch watching(long last, String sign) {
    Watch now = watch;
    if (now == null || watched != last) {
      now = new Watch(heartbeat, expiry, sign, System.nanoTime());
      watch = now;
      watched = last;
    }
    return now;
  }

  private static boolean isDead(Claim owner, Watch watching, String sign) {
    return owner.endedHere() || watching.isDead(sign, Instant.now(), System.nanoTime());
  }

  private void waitFor(Claim owner, Watch watching, Duration waited) {
    // Longer than the dead take to be known by, only the clock of somebody living is wrong.
    boolean toBeWatched =
        watching.mayBeDead(Instant.now())
            && waited.compareTo(patience.plus(expiry.multipliedBy(2))) < 0;
    if (waited.compareTo(patience) >= 0 && !toBeWatched) {
      throw UserError.of(
          Exit.IN_USE,
          "write to the lake " + lake.root(),
          owner.told() + " holds it",
          "Wait until that run has ended, or give --set lock.wait=SECONDS to have this one wait");
    }
    if (!toldToWait) {
      say.accept("waiting for " + owner.told() + ", who holds the lake");
      toldToWait = true;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(
          (heartbeat.compareTo(LONGEST_PAUSE) < 0 ? heartbeat : LONGEST_PAUSE).toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the lake's lock", e);
    }
  }
}
