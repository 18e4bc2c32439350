package careworkforce.common.job;

import careworkforce.common.check.CheckReport;
import careworkforce.common.check.Counts;
import careworkforce.common.check.Trial;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.error.Discreet;
import careworkforce.common.error.UserError;
import careworkforce.common.fault.DamagedFile;
import careworkforce.common.fault.Patience;
import careworkforce.common.fault.StorageFault;
import careworkforce.common.table.Check;
import careworkforce.common.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.SparkContext;

/**
 * Runs a plan: reads at fixed versions, computes, writes in one commit, tries the contract's
 * promises, takes a broken version back, and gives an account. The same way for every job; jobs
 * that do not stand on each other run side by side.
 */
public final class Runner {
  /** Whether the data are synthetic. */
  public static final Setting<Boolean> SYNTHETIC =
      Setting.flag("run.synthetic", "Marks every table and page as synthetic");

  /** Whether keys are proved unique. */
  public static final Setting<Boolean> PROVE_KEYS =
      Setting.flag("checks.keys", "Prove after each write that every key is unique");

  private final Lake lake;
  private final LakeBySize lakes;
  private final Settings settings;
  private final Deliveries deliveries;
  private final Progress progress;
  private final Patience patience;
  private final Map<String, Manifest.Entry> ended = new ConcurrentHashMap<>();
  private final AtomicReference<Manifest.Entry> endedByError = new AtomicReference<>();

  public Runner(Lake lake, Settings settings, Deliveries deliveries, Progress progress) {
    this.lake = lake;
    this.lakes = new LakeBySize(lake, settings);
    this.settings = settings;
    this.deliveries = deliveries;
    this.progress = progress;
    this.patience = Patience.of(settings, progress::say);
  }

  /** Runs a plan as {@link #make} does, and writes the account. */
  public Manifest run(Plan plan, String runId, Instant now) {
    Manifest manifest = make(plan, runId, now);
    new Manifests(lake).write(manifest);
    return manifest;
  }

  /**
   * Runs every step that has a reason to; the account is for the caller to write, once it is known
   * whether what was made is kept.
   *
   * @param plan what to run
   * @param runId the run's id, unique in the lake
   * @param now when it starts; stands in the manifest only
   */
  public Manifest make(Plan plan, String runId, Instant now) {
    long start = System.nanoTime();
    Map<String, CompletableFuture<Manifest.Entry>> entries = new LinkedHashMap<>();
    try (SideBySide jobs = new SideBySide(settings)) {
      for (Plan.Step step : plan.steps()) {
        List<CompletableFuture<Manifest.Entry>> before =
            step.job().reads().stream()
                .map(t -> entries.get(t.fullName()))
                .filter(Objects::nonNull)
                .toList();
        CompletableFuture<Manifest.Entry> entry =
            CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                    ready ->
                        entry(
                            step,
                            before.stream().map(CompletableFuture::join).toList(),
                            runId,
                            start),
                    jobs.threads());
        entries.put(step.job().writes().fullName(), entry);
      }
      List<Manifest.Entry> done = entries.values().stream().map(SideBySide::outcome).toList();
      return new Manifest(runId, now.toString(), since(start), settings.value(SYNTHETIC), done);
    }
  }

  /**
   * The account of what {@link #make} did until an error ended it: the jobs that ended before, and
   * the one in which it came.
   */
  public Manifest untilError(Plan plan, String runId, Instant now, double seconds) {
    Stream<Manifest.Entry> done =
        plan.steps().stream()
            .map(step -> ended.get(step.job().writes().fullName()))
            .filter(Objects::nonNull);
    List<Manifest.Entry> all = Stream.concat(done, Stream.ofNullable(endedByError.get())).toList();
    return new Manifest(runId, now.toString(), seconds, settings.value(SYNTHETIC), all);
  }

  private Manifest.Entry entry(
      Plan.Step step, List<Manifest.Entry> before, String runId, long start) {
    Table table = step.job().writes();
    List<String> broken =
        before.stream().filter(Manifest.Entry::isUnfinished).map(Manifest.Entry::table).toList();
    if (!broken.isEmpty()) {
      return told(step, "held", List.of("kept at its last version, since " + broken + " failed"));
    }
    if (step.waits()) {
      return told(step, "waiting", step.awaited());
    }
    Plan.Step now =
        step.expects() ? step.because(new Reasons(lake, settings).moved(step.job())) : step;
    if (!now.runs()) {
      return entry(now, "current", Map.of(), -1, 0, List.of(), List.of(), List.of());
    }
    SparkContext spark = lake.spark().sparkContext();
    try (LogContext named = LogContext.ofJob(spark, runId, step.job())) {
      progress.started(table.fullName(), now.reasons());
      spark.setJobGroup(table.fullName(), table.fullName(), false);
      double began = since(start);
      Manifest.Entry entry = made(now, runId, began).from(began);
      progress.finished(entry);
      ended.put(table.fullName(), entry);
      return entry;
    }
  }

  private Manifest.Entry made(Plan.Step step, String runId, double began) {
    long start = System.nanoTime();
    Table table = step.job().writes();
    String making = "make " + table;
    try {
      return patience.with(
          making,
          () ->
              deliveries.reads(step.job())
                  ? take(step, runId, start)
                  : transform(step, (Transform) step.job(), runId, start));
    } catch (UserError e) {
      return told(step, "failed", List.of(String.valueOf(e.getMessage()))).endedBy(e.exit());
    } catch (Exception | FSError e) {
      endedByError.compareAndSet(null, endedBy(e, step, since(start)).from(began));
      throw UserError.among(e) // such as of a file that the key given does not open
          .or(() -> DamagedFile.in(e, making))
          .or(() -> StorageFault.in(e, making, lake.path(table)))
          .map(RuntimeException.class::cast)
          .orElseGet(
              () -> e instanceof RuntimeException known ? known : new IllegalStateException(e));
    }
  }

  /** No version is told, as what is wrong may be the table's log. */
  private static Manifest.Entry endedBy(Throwable error, Plan.Step step, double seconds) {
    return new Manifest.Entry(
        step.job().writes().fullName(),
        "failed",
        step.reasons(),
        Map.of(),
        -1,
        0,
        seconds,
        List.of(),
        List.of(),
        List.of(Discreet.message(error)));
  }

  private Manifest.Entry take(Plan.Step step, String runId, long start) {
    Deliveries.Taken taken = deliveries.take(step.job(), runId);
    boolean refused = taken.files().stream().anyMatch(Deliveries.FileCount::isRefused);
    boolean broken = taken.findings().stream().anyMatch(f -> f.severity() == Check.Severity.FAIL);
    return entry(
        step,
        broken || refused && taken.accepted() == 0 ? "failed" : "ran",
        Map.of(),
        taken.accepted(),
        since(start),
        taken.files(),
        taken.findings(),
        taken.messages());
  }

  private Manifest.Entry transform(Plan.Step step, Transform job, String runId, long start) {
    Table table = job.writes();
    Map<String, Long> versions = new TreeMap<>();
    for (Table input : job.reads()) {
      OptionalLong version = lake.version(input);
      if (version.isPresent()) {
        versions.put(input.fullName(), version.getAsLong());
      } else if (!job.canLack().contains(input)) {
        throw UserError.input(
            "make " + table,
            "its input " + input + " is not in the lake",
            "Run 'careworkforce run +" + table + "'");
      }
    }
    Lake fit = lakes.of(job.reads(), versions);
    Trial trial = new Trial(fit, table, settings.value(PROVE_KEYS));
    Making.Made made = new Making(fit, settings, job, versions).make(runId, step.anew());
    CheckReport report = trial.of(made.rows(), made.part(), made.account());
    boolean stands = report.failures().isEmpty();
    return entry(
            step,
            stands ? "ran" : "failed",
            versions,
            made.part().equals(Part.ALL) ? report.rows() : fit.count(table),
            since(start),
            List.of(),
            report.findings(),
            broken(report))
        .made(made.account().months(), stands ? Counts.of(fit.read(table), table) : Map.of());
  }

  private static List<String> broken(CheckReport report) {
    return Stream.of(report.failures(), report.quarantined(), report.warnings())
        .flatMap(findings -> findings.stream().map(CheckReport.Finding::told))
        .toList();
  }

  private Manifest.Entry told(Plan.Step step, String status, List<String> messages) {
    return entry(step, status, Map.of(), -1, 0, List.of(), List.of(), messages);
  }

  private Manifest.Entry entry(
      Plan.Step step,
      String status,
      Map<String, Long> inputs,
      long rows,
      double seconds,
      List<Deliveries.FileCount> files,
      List<CheckReport.Finding> checks,
      List<String> messages) {
    Table table = step.job().writes();
    return new Manifest.Entry(
        table.fullName(),
        status,
        step.reasons(),
        inputs,
        lake.version(table).orElse(-1),
        rows,
        seconds,
        files,
        checks,
        messages);
  }

  private static double since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }
}
