package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.StorageFault;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.LogContext;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifests;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import careworkforce.common.job.Progress;
import careworkforce.common.job.RunId;
import careworkforce.common.job.Runner;
import careworkforce.common.lineage.LineageEvents;
import careworkforce.common.lock.LakeLock;
import careworkforce.common.refresh.Beginning;
import careworkforce.common.refresh.Holdings;
import careworkforce.common.refresh.Refresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.scheduler.SparkListener;

/** One run: planned, told, run, and accounted for in a manifest. */
public final class Run {
  private final Catalogue catalogue;
  private final Lake lake;
  private final Settings settings;
  private final Progress progress;

  public Run(Catalogue catalogue, Lake lake, Settings settings, Progress progress) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
  }

  /** Runs the jobs selected that have a reason to, or all selected if {@code anew}. */
  public Manifest of(List<String> selectors, boolean anew) {
    Manifest manifest = told(this::lock, held -> run(held, selectors, anew));
    LineageEvents.write(catalogue, lake, settings, "run", manifest).ifPresent(progress::say);
    return manifest;
  }

  private Manifest run(Lake held, List<String> selectors, boolean anew) {
    Instant now = Instant.now();
    String id = id(now);
    try (LogContext named = LogContext.ofRun(lake.spark().sparkContext(), id)) {
      return run(held, selectors, anew, id, now);
    }
  }

  private Manifest run(Lake held, List<String> selectors, boolean anew, String id, Instant now) {
    Deliveries deliveries = new Ingestion(held, settings);
    Planner planner = new Planner(catalogue, held, settings, deliveries);
    Plan plan = planner.plan(selectors, anew);
    planner.mustBeDelivered(plan);
    progress.say(
        plan.running().isEmpty()
            ? "nothing to do: no new file, no input moved, nothing changed"
            : plan.running().size() + " of " + plan.steps().size() + " jobs have a reason to run");
    plan.remarks().forEach(progress::say);
    Manifest made = new Runner(held, settings, deliveries, progress).make(plan, id, now);
    Manifest manifest = made.beside(Refresh.beside(catalogue, held));
    new Manifests(held).write(manifest);
    sayWhatIsReadAsBefore(held);
    return manifest;
  }

  /** After a refresh that was cut off, what this run made is not yet what is read. */
  private void sayWhatIsReadAsBefore(Lake held) {
    try {
      Refresh.unfinished(held, Holdings.of(catalogue))
          .filter(moved -> !moved.isEmpty())
          .ifPresent(
              moved ->
                  progress.say(
                      "a refresh was cut off; until one ends, these are read as they stood before"
                          + " it: "
                          + String.join(", ", moved)));
    } catch (UserError damaged) { // its note or a log, which the next refresh or reader names
      progress.say(String.valueOf(damaged.getMessage()));
    }
  }

  private String id(Instant now) {
    return RunId.next(new Manifests(lake), now);
  }

  /**
   * Takes in what changed, judges the whole, and keeps it or takes it back; empty if nothing did.
   */
  public Optional<Manifest> refresh() {
    Instant now = Instant.now();
    Beginning beginning = new Beginning(catalogue, () -> lake, settings, progress);
    String waiting = beginning.with(() -> id(now));
    try (LogContext named = LogContext.ofRun(lake.spark().sparkContext(), waiting)) {
      return told(
          () -> beginning.with(this::lock),
          held -> {
            // Another by now, where a run that this one waited for has taken it.
            String id = beginning.with(() -> id(now));
            return beginning
                .with(() -> new Refresh(catalogue, held, settings, progress))
                .run(id, now);
          });
    }
  }

  private LakeLock lock() {
    return LakeLock.take(lake, settings, progress::say);
  }

  /** Does something while the lake's lock is held and progress is told. */
  private <T> T told(Supplier<LakeLock> locking, Function<Lake, T> doing) {
    if (progress instanceof SparkListener listener) {
      lake.spark().sparkContext().addSparkListener(listener);
    }
    try (LakeLock lock = locking.get()) {
      return doing.apply(lake.asking(lock::mustHold));
    } catch (Exception | FSError e) { // Spark, in Scala, throws what it does not declare
      Optional<UserError> full = StorageFault.in(e, "write to the lake", lake.root());
      if (full.isPresent()) {
        throw full.get();
      }
      throw e;
    } finally {
      if (progress instanceof SparkListener listener) {
        lake.spark().sparkContext().removeSparkListener(listener);
      }
    }
  }
}
