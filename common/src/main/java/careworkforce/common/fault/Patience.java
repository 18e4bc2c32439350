package careworkforce.common.fault;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does again what failed for a reason that may pass, after pauses that double up to a longest one.
 * Everything else fails at once. What is done must be such that doing it twice is doing it once.
 */
public final class Patience {
  private static final Setting<Integer> ATTEMPTS =
      Setting.integer("retry.attempts", "attempts", "how often a thing is tried in all", 1, 100);
  private static final Setting<Double> PAUSE =
      Setting.number("retry.pause", "s", "pause before the second attempt", 0, 3_600);
  private static final Setting<Double> LONGEST =
      Setting.number("retry.longest-pause", "s", "longest pause", 0, 86_400);

  private final int attempts;
  private final Duration pause;
  private final Duration longest;
  private final Pause pausing;
  private final Consumer<String> say;

  /** How time is let pass. */
  interface Pause {
    void of(Duration length) throws InterruptedException;
  }

  Patience(int attempts, Duration pause, Duration longest, Pause pausing, Consumer<String> say) {
    this.attempts = attempts;
    this.pause = pause;
    this.longest = longest;
    this.pausing = pausing;
    this.say = say;
  }

  /**
   * The patience of the settings.
   *
   * @param say told of each further attempt
   */
  public static Patience of(Settings settings, Consumer<String> say) {
    return new Patience(
        settings.value(ATTEMPTS),
        seconds(settings.value(PAUSE)),
        seconds(settings.value(LONGEST)),
        length -> Thread.sleep(length.toMillis()),
        say);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  /**
   * Does a thing, as often as it takes and may be.
   *
   * @param what the thing in words, such as {@code make silver.esr_spells}
   */
  public <T> T with(String what, Supplier<T> doing) {
    Duration next = pause;
    for (int attempt = 1; ; attempt++) {
      try {
        return doing.get();
      } catch (Exception e) { // Spark, in Scala, throws what it does not declare
        if (attempt >= attempts || !Transient.is(e)) {
          throw e;
        }
        say.accept("could not " + what + " (" + kind(e) + "); again in " + next.toSeconds() + " s");
        if (!waited(next)) {
          throw e;
        }
        next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
      }
    }
  }

  private boolean waited(Duration length) {
    try {
      pausing.of(length);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The class of the innermost cause: a message might hold more than a log may. */
  private static String kind(Throwable error) {
    var causes = Transient.causes(error);
    return causes.get(causes.size() - 1).getClass().getSimpleName();
  }
}
