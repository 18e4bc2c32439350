package careworkforce.common.lock;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The right to write to a lake, held by one process. While it is held a heartbeat stands in the
 * lake; the lock of an owner whose process has ended, or whose heartbeat has, is taken over. An
 * owner from whom it was taken, having been thought dead, writes no more.
 */
public final class LakeLock implements AutoCloseable {
  static final Setting<Integer> WAIT =
      Setting.integer("lock.wait", "s", "how long to wait for a lake in use", 0, 864_000);
  private static final Setting<Double> HEARTBEAT =
      Setting.number("lock.heartbeat", "s", "time between signs of life", 0.05, 3_600);
  private static final Setting<Double> EXPIRY =
      Setting.number("lock.expiry", "s", "without a sign for so long, an owner is dead", 0.2, 1e6);

  private final Generations generations;
  private final long number;
  private final Duration expiry;
  private final ScheduledExecutorService heart;
  private long beats;
  private volatile long lastBeat = System.nanoTime();
  private volatile boolean lost;

  private LakeLock(Generations generations, long number, Settings settings) {
    this.generations = generations;
    this.number = number;
    this.expiry = expiry(settings);
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            r -> {
              Thread thread = new Thread(r, "heartbeat of the lake's lock");
              thread.setDaemon(true);
              return thread;
            });
    beat();
    long every = heartbeat(settings).toNanos();
    heart.scheduleAtFixedRate(this::beat, every, every, TimeUnit.NANOSECONDS);
  }

  /**
   * Takes the lock, waiting as long as the settings say.
   *
   * @param say told once if there is somebody to wait for, and if a dead owner's lock is taken over
   * @throws UserError if another process holds it, with exit code 3
   */
  public static LakeLock take(Lake lake, Settings settings, Consumer<String> say) {
    Generations generations = new Generations(lake);
    long number = new Contest(lake, generations, settings, say).win();
    return new LakeLock(generations, number, settings);
  }

  /** True if a process holds it that is not known to have ended. */
  public static boolean isHeld(Lake lake) {
    Generations generations = new Generations(lake);
    long last = generations.last();
    return generations.read(last).filter(owner -> !owner.endedHere()).isPresent()
        && !Generations.isRelease(generations.sign(last));
  }

  static Duration heartbeat(Settings settings) {
    return seconds(settings.value(HEARTBEAT));
  }

  static Duration expiry(Settings settings) {
    return seconds(settings.value(EXPIRY));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** A beat that cannot be written is tried again at the next; one too late ends the hold. */
  private synchronized void beat() {
    try {
      if (generations.last() != number) {
        lost = true;
      } else if (!lost) {
        generations.beat(number, Sign.of(++beats, Instant.now()));
        lastBeat = System.nanoTime();
      }
    } catch (RuntimeException notNow) {
      lost |= lastBeat + expiry.toNanos() - System.nanoTime() < 0;
    }
  }

  /**
   * Fails if another process has taken the lock over, or may have, as no sign of life could be
   * given for longer than the expiry.
   */
  public void mustHold() {
    if (lost || lastBeat + expiry.toNanos() - System.nanoTime() < 0) {
      throw UserError.of(
          Exit.IN_USE,
          "write to the lake any longer",
          "this process gave no sign of life for "
              + expiry.toSeconds()
              + " s, so that another may"
              + " have taken its lock over",
          "Run again");
    }
  }

  /** Gives the lake back. */
  @Override
  public void close() {
    heart.shutdownNow();
    synchronized (this) {
      if (generations.last() == number) {
        generations.release(number);
      }
    }
  }
}
