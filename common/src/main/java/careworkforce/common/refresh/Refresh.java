package careworkforce.common.refresh;

import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.LogRepair;
import careworkforce.common.error.Discreet;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.Patience;
import careworkforce.common.fault.Stopping;
import careworkforce.common.fault.StorageFault;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.ingest.IntakeRules;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.LogContext;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Runner;
import careworkforce.common.job.SideBySide;
import careworkforce.common.observe.Notice;
import careworkforce.common.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;

/**
 * One refresh: what arrived, changed or was withdrawn is taken in, what that touches is made again,
 * the whole is judged by gates, and either all of it is kept or none. Equal to a lake made at once
 * from the same files. The caller holds the lake's lock.
 *
 * <p>A table one of whose inputs moved is made again: by merging the months that changed, where its
 * job is a {@link careworkforce.common.job.MonthlyTransform} and the inputs' commits tell those
 * months; as a whole otherwise.
 */
public final class Refresh {
  private static final String QUIET = "no file arrived, changed or was withdrawn";

  private final Catalogue catalogue;
  private final Lake lake;
  private final Settings settings;
  private final Progress progress;
  private final Publication publication;
  private final Gates gates;

  /** What is to be told of a night that was judged: what stands then stands for good. */
  private record Judged(Manifest manifest, Plan plan) {}

  /** A refresh of the tables of a catalogue. */
  public Refresh(Catalogue catalogue, Lake lake, Settings settings, Progress progress) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    List<Table> tables = Holdings.of(catalogue);
    this.publication = new Publication(lake, tables);
    this.gates =
        new Gates(
            lake,
            List.of(
                new Reconciled(lake),
                new Fallen(lake, settings),
                new Drift(lake, settings),
                new References(lake, settings, tables)));
  }

  /**
   * Full names of the tables that a refresh which did not end has moved; they, and all others if a
   * later refresh goes on from there, may have to stand again as they stood before it.
   *
   * @param tables every table that the lake may hold
   * @return empty if the last refresh ended
   */
  public static Optional<List<String>> unfinished(Lake lake, List<Table> tables) {
    Publication publication = new Publication(lake, tables);
    return publication.open().map(publication::moved);
  }

  /**
   * The newest versions of the tables that no job is named after: what was rejected or set aside,
   * the file ledger. A run writes them beside what its jobs make, so that they go with these even
   * while readers are given what stood before a refresh that was cut off.
   *
   * @return by full name; without tables that are not there or whose log is damaged
   */
  public static Map<String, Long> beside(Catalogue catalogue, Lake lake) {
    List<Table> tables = new ArrayList<>(Holdings.of(catalogue));
    tables.removeAll(catalogue.tables());
    Map<String, Long> versions = new HashMap<>();
    for (Table table : tables) {
      newest(lake, table).ifPresent(version -> versions.put(table.fullName(), version));
    }
    return versions;
  }

  private static OptionalLong newest(Lake lake, Table table) {
    try {
      return lake.version(table);
    } catch (UserError damaged) {
      return OptionalLong.empty();
    }
  }

  /**
   * Refreshes.
   *
   * @param runId the run's id, unique in the lake
   * @param now when it starts
   * @return the run's account; empty if there was nothing to do
   */
  public Optional<Manifest> run(String runId, Instant now) {
    try (LogContext named = LogContext.ofRun(lake.spark().sparkContext(), runId)) {
      return night(runId, now);
    }
  }

  private Optional<Manifest> night(String runId, Instant now) {
    Bulletin bulletin =
        new Beginning(catalogue, () -> lake, settings, progress)
            .with(() -> new Bulletin(catalogue, lake, settings, progress, runId, now));
    Optional<Judged> judged;
    try {
      judged = run(runId, now, bulletin);
    } catch (Exception | FSError e) { // Spark, in Scala, throws what it does not declare
      RuntimeException told = told(e);
      evenThough(told, () -> ended(told, bulletin));
      throw told;
    }
    judged.ifPresent(night -> tell(night, bulletin));
    return judged.map(Judged::manifest);
  }

  /**
   * Tells of a night that was judged. That its account or status cannot be written does not make it
   * one that failed: each is tried whatever becomes of the other, and people are told of the error.
   */
  private void tell(Judged night, Bulletin bulletin) {
    Manifest manifest = night.manifest();
    try {
      try {
        patiently("write the account", () -> bulletin.keep(manifest));
      } finally {
        patiently("write the status", () -> bulletin.ended(manifest, night.plan()));
      }
    } catch (Exception | FSError e) { // Delta, in Scala, throws what it does not declare
      RuntimeException told = told(e);
      if (!Stopping.isUnderWay()) {
        evenThough(told, () -> untold(manifest, told));
      }
      throw told;
    }
  }

  private void patiently(String what, Runnable doing) {
    Patience.of(settings, progress::say)
        .with(
            what,
            () -> {
              doing.run();
              return true;
            });
  }

  private void untold(Manifest manifest, RuntimeException error) {
    String message = manifest.outcome() + ", but not told in full: " + Discreet.message(error);
    new Notice("failure", manifest.run(), message).send(settings, progress::say);
  }

  private void ended(RuntimeException error, Bulletin bulletin) {
    if (Stopping.isUnderWay()) {
      bulletin.stopped();
    } else {
      bulletin.failed(error, publication::standing);
    }
  }

  private Optional<Judged> run(String runId, Instant now, Bulletin bulletin) {
    Patience patience = Patience.of(settings, progress::say);
    if (publication.complete()) {
      progress.say("what stood before stands again; the run that took it back had been cut off");
    }
    Deliveries deliveries = new Ingestion(lake, settings, IntakeRules.ofRefresh(settings));
    Planner planner = new Planner(catalogue, lake, settings, deliveries);
    Table read = FileLedger.TABLE; // by the plan
    patience.with("look at the log of " + read, () -> isWhole(read));
    Plan plan = patience.with("look for what changed", () -> planner.plan(List.of(), false));
    planner.mustBeDelivered(plan);
    plan.remarks().forEach(progress::say);
    Gate lateness = new Lateness(lake, settings, Holdings.of(catalogue), now);
    if (plan.running().isEmpty() && publication.open().isEmpty()) {
      progress.say("nothing new: " + QUIET);
      List<Manifest.Gate> late = said(lateness.judge(List.of()));
      bulletin.nothingNew(Messages.of(QUIET, late, plan), !late.isEmpty(), plan);
      return Optional.empty();
    }
    progress.say(
        plan.running().size() + " of " + plan.steps().size() + " jobs have a reason to run");
    patience.with("look at the logs of tables", this::areWhole);
    try {
      bulletin.running();
      Standing before = publication.begin();
      Runner runner = new Runner(lake, settings, deliveries, progress);
      bulletin.making(() -> runner.untilError(plan, runId, now, bulletin.seconds()));
      Manifest made = runner.make(plan, runId, now);
      Manifest judged = made.judged(judge(before, lateness), bulletin.seconds());
      return Optional.of(new Judged(kept(judged, patience), plan));
    } catch (Exception | FSError e) {
      RuntimeException told = told(e);
      if (!Stopping.isUnderWay()) {
        evenThough(told, () -> patience.with("take back the tables", this::takenBack));
      }
      throw told;
    }
  }

  /** True; an error tells which table's log is damaged, at whatever entry that is read of it. */
  private boolean areWhole() {
    try (SideBySide tables = new SideBySide(settings)) {
      List<Supplier<Boolean>> each = new ArrayList<>();
      for (Table table : Holdings.of(catalogue)) {
        each.add(() -> isWhole(table));
      }
      return tables.of(each).size() == each.size();
    }
  }

  private boolean isWhole(Table table) {
    new LogRepair(lake, table).mustBeWhole();
    return true;
  }

  private RuntimeException told(Throwable error) {
    RuntimeException told =
        StorageFault.in(error, "refresh the lake", lake.root())
            .map(RuntimeException.class::cast)
            .orElseGet(
                () ->
                    error instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(error));
    if (told != error) {
      told.addSuppressed(error);
    }
    return told;
  }

  private List<Manifest.Gate> judge(Standing before, Gate lateness) {
    List<Manifest.Gate> found = new ArrayList<>();
    found.addAll(gates.judge(Holdings.of(catalogue), before.versions()));
    found.addAll(lateness.judge(List.of()));
    return said(found);
  }

  private List<Manifest.Gate> said(List<Manifest.Gate> found) {
    found.forEach(g -> progress.say(g.severity() + " " + g.code() + ": " + g.message()));
    return found;
  }

  /** Keeps what was made, or takes it back; gives the account of what stands then. */
  private Manifest kept(Manifest judged, Patience patience) {
    if (judged.failures().isEmpty()) {
      Manifest manifest = withBeside(judged, patience); // before: what fails then is taken back
      publication.keep();
      return manifest;
    }
    publication.takeBack();
    progress.say("a gate failed: every table stands as it stood before this run");
    return withBeside(judged.takenBack(publication.standing()), patience);
  }

  private Manifest withBeside(Manifest manifest, Patience patience) {
    return manifest.beside(
        patience.with("look at what was set aside", () -> beside(catalogue, lake)));
  }

  private boolean takenBack() {
    if (publication.open().isPresent()) {
      publication.takeBack();
    }
    return true;
  }

  /** Does what is to be done after an error, whose own error must not hide it. */
  private static void evenThough(RuntimeException error, Runnable doing) {
    try {
      doing.run();
    } catch (Exception | FSError atTheNextRun) {
      error.addSuppressed(atTheNextRun);
    }
  }
}
