package careworkforce.common.ingest;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.Job;
import careworkforce.common.job.Schemas;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes delivered files into bronze tables. A file is read twice: first to count, hash and judge
 * it, then to write its accepted rows, which fails if it changed in between. Commits come in an
 * order that leaves every table good at any moment: the rejects, the bronze rows, and last the
 * ledger, without whose entry a file is taken in again.
 */
public final class Ingestion implements Deliveries {
  private static final Setting<String> SOURCES =
      Setting.text("sources.path", "folder below which files are delivered");
  private static final Setting<Integer> LONGEST_LINE =
      Setting.integer("ingest.longest-line", "bytes", "longest line read", 1_000, 100_000_000);
  private static final Setting<Boolean> SYNTHETIC =
      Setting.flag("run.synthetic", "true for a synthetic world's files");
  private final Lake lake;
  private final Settings settings;
  private final FileJobs jobs;
  private final Ledger ledger;
  private @Nullable Pseudonyms pseudonyms;

  /** Ingestion into a lake, from the configured sources. */
  public Ingestion(Lake lake, Settings settings) {
    this(lake, settings, 0);
  }

  /** The same with a fixed number of tasks; 0 for a number by size. */
  Ingestion(Lake lake, Settings settings, int tasks) {
    this.lake = lake;
    this.settings = settings;
    this.jobs = new FileJobs(lake.spark(), tasks);
    this.ledger = new Ledger(lake);
  }

  @Override
  public boolean reads(Job job) {
    return job instanceof Ingest;
  }

  /**
   * Why an ingest has something to do, in plain words: files new, changed, or superseded. Empty:
   * nothing. Cheap where nothing changed: size and time stamp of a file stand in the ledger, and it
   * is hashed only if the size agrees and the time stamp does not.
   */
  @Override
  public List<String> pending(Job job) {
    Intake intake = new Intake((Ingest) job);
    return intake.nothingEver()
        ? List.of("no file is in " + intake.folder)
        : intake.survey.reasons();
  }

  /**
   * Takes in what is pending. A file that cannot be taken in is told in the messages and stops no
   * other.
   *
   * @throws UserError if no file was ever delivered, or a file changed while it was read
   */
  @Override
  public Taken take(Job job, String runId) {
    Intake intake = new Intake((Ingest) job);
    if (intake.nothingEver()) {
      throw UserError.input(
          "make " + job.writes(),
          "no file is in " + intake.folder,
          "Have the source's files delivered there, or set sources.path");
    }
    return intake.take(runId);
  }

  private synchronized Pseudonyms pseudonyms() {
    if (pseudonyms == null) {
      pseudonyms = Pseudonyms.of(settings);
    }
    return pseudonyms;
  }

  /** One look at one source. */
  private final class Intake {
    private final DeliveredTable table;
    private final String source;
    private final String folder;
    private final List<Recipe> recipes = new ArrayList<>();
    private final List<String> prints = new ArrayList<>();
    private final List<LedgerEntry> known;
    private final List<Delivery> deliveries;
    private final Survey survey;

    Intake(Ingest ingest) {
      table = ingest.writes();
      source = ingest.folder();
      folder = settings.value(SOURCES) + "/" + source;
      List<Layout> layouts = ingest.layouts();
      for (Layout layout : layouts) {
        boolean identifies = layout.columns().stream().anyMatch(c -> c.parse().identifies());
        Pseudonyms keys = identifies ? pseudonyms() : null;
        recipes.add(Recipe.of(table, layout, settings.value(LONGEST_LINE), keys));
        prints.add(LayoutPrint.of(table, layout, keys == null ? "" : keys.check()));
      }
      known = ledger.of(table.fullName());
      deliveries = Delivery.in(folder, jobs.hadoop());
      survey = Survey.of(deliveries, layouts, prints, known, jobs::hashes);
    }

    boolean nothingEver() {
      return deliveries.isEmpty() && !lake.exists(table);
    }

    Taken take(String runId) {
      Verdicts verdicts = new Verdicts(table.fullName(), source, runId, known);
      Map<String, Tally> tallies = new HashMap<>();
      for (Tally tally : read()) {
        tallies.put(tally.path(), tally);
      }
      List<FileTask> tasks = new ArrayList<>();
      long bytes = 0;
      for (Delivery.Recognised file : survey.toRead()) {
        Tally tally = java.util.Objects.requireNonNull(tallies.get(file.path()));
        if (verdicts.judge(file, prints.get(file.layout()), tally)) {
          tasks.add(task(file, tally.sha256()));
          bytes += file.delivery().bytes();
        }
      }
      supersede(verdicts);
      Provenance provenance =
          new Provenance(runId, "", Map.of(), Map.of(), settings.value(SYNTHETIC));
      if (!tasks.isEmpty()) {
        writeRejects(tasks, tallies, verdicts, provenance);
        Dataset<Row> rows = jobs.accepted(tasks, bytes, recipes, table.schema());
        if (keepsContract()) {
          write(() -> lake.replaceWhere(table, rows, in(periods(tasks)), provenance));
        } else {
          mustReplaceAll(periods(tasks));
          write(() -> lake.overwrite(table, rows, provenance));
        }
      }
      if (!verdicts.entries().isEmpty()) {
        ledger.add(table.fullName(), verdicts.entries(), provenance);
      }
      List<String> messages = new ArrayList<>(survey.messages());
      messages.addAll(verdicts.messages());
      return new Taken(verdicts.counts(), messages);
    }

    private boolean keepsContract() {
      return !lake.exists(table) || Schemas.differences(table, lake.read(table).schema()).isEmpty();
    }

    /** A table of an earlier contract is made anew, which must lose no period. */
    private void mustReplaceAll(Set<Month> read) {
      Set<Month> missing = new TreeSet<>();
      known.stream()
          .filter(e -> e.status() == FileStatus.INGESTED)
          .map(LedgerEntry::period)
          .filter(p -> !read.contains(p))
          .forEach(missing::add);
      if (!missing.isEmpty()) {
        throw UserError.input(
            "make " + table + " by its changed contract",
            "the files of " + missing + " are no longer delivered, or cannot be read",
            "Have them delivered to " + folder + " again");
      }
    }

    private List<Tally> read() {
      if (survey.toRead().isEmpty()) {
        return List.of();
      }
      long bytes = survey.toRead().stream().mapToLong(r -> r.delivery().bytes()).sum();
      return jobs.tallies(survey.toRead().stream().map(r -> task(r, "")).toList(), bytes, recipes);
    }

    private FileTask task(Delivery.Recognised file, String sha256) {
      return new FileTask(
          file.delivery().file(), file.path(), file.period().number(), file.layout(), sha256);
    }

    private void supersede(Verdicts verdicts) {
      List<Delivery.Recognised> files = survey.toSupersede();
      if (files.isEmpty()) {
        return;
      }
      List<String> hashes = jobs.hashes(files.stream().map(Delivery.Recognised::delivery).toList());
      for (int i = 0; i < files.size(); i++) {
        verdicts.supersede(files.get(i), prints.get(files.get(i).layout()), hashes.get(i));
      }
    }

    private void writeRejects(
        List<FileTask> tasks,
        Map<String, Tally> tallies,
        Verdicts verdicts,
        Provenance provenance) {
      Rejects rejects = Rejects.of(table);
      List<Row> few = new ArrayList<>();
      List<FileTask> many = new ArrayList<>();
      for (FileTask task : tasks) {
        Tally tally = java.util.Objects.requireNonNull(tallies.get(task.path()));
        if (tally.hasAllRejects()) {
          few.addAll(FileJobs.rows(task, tally.rejects()));
        } else {
          many.add(task);
        }
      }
      Set<Month> periods = periods(tasks);
      if (few.isEmpty() && many.isEmpty() && !verdicts.rejectsStand(periods)) {
        return;
      }
      Dataset<Row> rows = lake.spark().createDataFrame(few, rejects.schema()).coalesce(1);
      Dataset<Row> all =
          many.isEmpty()
              ? rows
              : rows.union(jobs.rejected(many, Long.MAX_VALUE / 2, recipes, rejects.schema()));
      write(() -> lake.replaceWhere(rejects, all, in(periods), provenance));
    }

    private Set<Month> periods(List<FileTask> tasks) {
      Set<Month> periods = new TreeSet<>();
      tasks.forEach(t -> periods.add(new Month(t.month())));
      return periods;
    }

    private String in(Set<Month> periods) {
      return periods.stream()
          .map(p -> "DATE '" + p.firstDay() + "'")
          .collect(Collectors.joining(", ", table.period.name() + " IN (", ")"));
    }
  }

  /** Writes; an error for a person to mend, thrown in a task, comes out as itself. */
  private static void write(Runnable writing) {
    try {
      writing.run();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UserError error) {
          throw error;
        }
      }
      throw e;
    }
  }
}
