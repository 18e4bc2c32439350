package careworkforce.common.refresh;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Discreet;
import careworkforce.common.fault.Stopping;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Runner;
import careworkforce.common.lineage.LineageEvents;
import careworkforce.common.observe.Metrics;
import careworkforce.common.observe.Notice;
import careworkforce.common.table.Check;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;

/** What the world is told of one refresh: account, lineage, status, metrics, notices. */
final class Bulletin {
  private static final Setting<String> METRICS =
      Setting.text("observe.prometheus-file", "file that metrics are written to");
  private final Catalogue catalogue;
  private final Lake lake;
  private final Settings settings;
  private final Progress progress;
  private final String run;
  private final Instant started;
  private final long start = System.nanoTime();
  private final Optional<Status> last;
  private Supplier<Manifest> account = this::nothing;

  Bulletin(
      Catalogue catalogue,
      Lake lake,
      Settings settings,
      Progress progress,
      String run,
      Instant started) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    this.run = run;
    this.started = started;
    this.last = known(() -> Status.of(lake));
  }

  /** Seconds since it began. */
  double seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }

  /** The refresh has something to do. */
  void running() {
    note("running", 0, "");
  }

  /**
   * There was nothing to do, which may itself be worth a warning. What the run before left
   * incomplete is so still as long as there is something to be known of files, such as of one that
   * it refused.
   */
  void nothingNew(String message, boolean warned, Plan plan) {
    String quiet = "nothing new";
    if (before().equals(Manifest.INCOMPLETE) && !plan.remarks().isEmpty()) {
      write(Manifest.INCOMPLETE, seconds(), message);
      tell(quiet, quiet, warned, message);
    } else {
      write(quiet, seconds(), message);
      tell(before(), quiet, warned, message);
    }
  }

  /** It was stopped by a signal; whoever sent it need not be told. */
  void stopped() {
    write("stopped", seconds(), Stopping.TOLD);
  }

  /** It makes tables. */
  void making(Supplier<Manifest> untilNow) {
    account = untilNow;
  }

  /**
   * An error ended it: told as status and measure, in an account, and to people, each whatever
   * becomes of the others.
   *
   * @param standing the versions that stand, by full name
   */
  void failed(Throwable error, Supplier<Map<String, Long>> standing) {
    String message = Discreet.message(error);
    try {
      write(Manifest.FAILED, seconds(), message);
    } finally {
      try {
        keep(account.get().failed(standing.get(), message));
      } finally {
        tell(before(), Manifest.FAILED, false, message);
      }
    }
  }

  /** Keeps its account. */
  void keep(Manifest manifest) {
    new Manifests(lake).write(manifest);
    LineageEvents.write(catalogue, lake, settings, "refresh", manifest).ifPresent(progress::say);
  }

  private Manifest nothing() {
    boolean synthetic = settings.value(Runner.SYNTHETIC);
    return new Manifest(run, started.toString(), seconds(), synthetic, List.of());
  }

  /** It ended with an account. */
  void ended(Manifest manifest, Plan plan) {
    String message = Messages.of(manifest, plan);
    write(manifest.outcome(), seconds(), message);
    tell(before(), manifest.outcome(), warns(manifest), message);
  }

  private static boolean warns(Manifest manifest) {
    return manifest.findings(Check.Severity.WARN) + manifest.findings(Check.Severity.QUARANTINE) > 0
        || !manifest.refusals().isEmpty();
  }

  /** It has ended in a state. */
  private void write(String state, double seconds, String message) {
    try {
      note(state, seconds, message);
    } finally {
      String file = settings.value(METRICS);
      if (!file.isEmpty()) {
        measure(file, state, seconds);
      }
    }
  }

  /** That it could not be measured ends no run. */
  private void measure(String file, String state, double seconds) {
    try {
      Optional<Manifest> account = known(new Manifests(lake)::last);
      lake.noteAt(file).write(Metrics.of(Notice.isWell(state), started, seconds, account));
    } catch (UncheckedIOException | IllegalArgumentException | FSError e) {
      progress.say("metrics were not written: " + Discreet.message(e));
    }
  }

  /** What can be read; empty where the lake does not answer. */
  private static <T> Optional<T> known(Supplier<Optional<T>> read) {
    try {
      return read.get();
    } catch (UncheckedIOException | FSError notNow) {
      return Optional.empty();
    }
  }

  private void note(String state, double seconds, String message) {
    String lastGood = state.equals("done") ? run : last.map(Status::lastGood).orElse("");
    new Status(run, state, started.toString(), seconds, lastGood, message).write(lake);
  }

  /** How the run before ended; empty if there was none. */
  private String before() {
    return last.map(Status::state).orElse("");
  }

  private void tell(String before, String state, boolean warned, String message) {
    Notice.of(before, state, warned, run, message)
        .ifPresent(notice -> notice.send(settings, progress::say));
  }
}
