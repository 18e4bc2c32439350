package careworkforce.common.refresh;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.Stopping;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Progress;
import careworkforce.common.job.RunId;
import careworkforce.common.lock.LakeLock;
import careworkforce.common.observe.Notice;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;

/**
 * What a night begins with before its refresh does: opening the lake, taking its lock. A night that
 * an error ends there is told of as one that an error ends later, in status, measures, history and
 * to people; where another run holds the lake, to people alone, as the rest is that run's.
 */
public final class Beginning {
  private final Catalogue catalogue;
  private final Supplier<Lake> lake;
  private final Settings settings;
  private final Progress progress;

  /**
   * Of a night on a lake.
   *
   * @param lake opens it for what is to be told, if that can be
   */
  public Beginning(Catalogue catalogue, Supplier<Lake> lake, Settings settings, Progress progress) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
  }

  /** Does a part of it. */
  public <T> T with(Supplier<T> doing) {
    Instant now = Instant.now();
    try {
      return doing.get();
    } catch (Exception | FSError e) { // Spark, in Scala, throws what it does not declare
      if (!Stopping.isUnderWay()) {
        tell(e, now);
      }
      throw e;
    }
  }

  private void tell(Throwable error, Instant now) {
    Optional<Bulletin> bulletin = isInUse(error) ? Optional.empty() : bulletin(error, now);
    if (bulletin.isEmpty()) {
      Notice.ofError(error).send(settings, progress::say);
      return;
    }
    try {
      bulletin.get().failed(error, Map::of);
    } catch (Exception | FSError untold) {
      error.addSuppressed(untold);
    }
  }

  private static boolean isInUse(Throwable error) {
    return error instanceof UserError known && known.exit() == Exit.IN_USE;
  }

  /** Of the lake, if it can be opened and asked, and no run is known to hold it. */
  private Optional<Bulletin> bulletin(Throwable error, Instant now) {
    try {
      return Optional.of(lake.get())
          .filter(opened -> !or(false, () -> LakeLock.isHeld(opened)))
          .map(free -> new Bulletin(catalogue, free, settings, progress, id(free, now), now));
    } catch (Exception | FSError notThere) {
      error.addSuppressed(notThere);
      return Optional.empty();
    }
  }

  private static String id(Lake lake, Instant now) {
    return or(RunId.of(now), () -> RunId.next(new Manifests(lake), now));
  }

  /** What the lake tells, or what is taken for it where the lake does not answer. */
  private static <T> T or(T unknown, Supplier<T> asked) {
    try {
      return asked.get();
    } catch (UncheckedIOException | FSError notNow) {
      return unknown;
    }
  }
}
