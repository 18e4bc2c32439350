package careworkforce.common.refresh;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.Discreet;
import careworkforce.common.fault.Stopping;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Progress;
import careworkforce.common.observe.Metrics;
import careworkforce.common.observe.Notice;
import careworkforce.common.table.Check;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;

/** What the world is told of one refresh: status, metrics, notices. */
final class Bulletin {
  private static final Setting<String> METRICS =
      Setting.text("observe.prometheus-file", "file that metrics are written to");
  private final Lake lake;
  private final Settings settings;
  private final Progress progress;
  private final String run;
  private final Instant started;
  private final long start = System.nanoTime();
  private final Optional<Status> last;

  Bulletin(Lake lake, Settings settings, Progress progress, String run, Instant started) {
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    this.run = run;
    this.started = started;
    this.last = Status.of(lake);
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

  /** An error ended it. */
  void failed(RuntimeException error) {
    String message = Discreet.message(error);
    try {
      write("failed", seconds(), message);
    } finally {
      tell(before(), "failed", false, message);
    }
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
    note(state, seconds, message);
    String file = settings.value(METRICS);
    if (!file.isEmpty()) {
      measure(file, state, seconds);
    }
  }

  /** That it could not be measured ends no run. */
  private void measure(String file, String state, double seconds) {
    try {
      Optional<Manifest> account = new Manifests(lake).newest(1).stream().findFirst();
      lake.noteAt(file).write(Metrics.of(Notice.isWell(state), started, seconds, account));
    } catch (UncheckedIOException | IllegalArgumentException | FSError e) {
      progress.say("metrics were not written: " + Discreet.message(e));
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
