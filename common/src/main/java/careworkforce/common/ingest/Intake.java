package careworkforce.common.ingest;

import careworkforce.common.check.CheckReport;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.Deliveries.Taken;
import careworkforce.common.job.Schemas;
import careworkforce.common.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** One look at one source, and the taking in of what it found. */
final class Intake {
  private final Source source;
  private final DeliveredTable table;
  private final Sitting sitting;
  private final Lake lake;
  private final FileJobs jobs;
  private final Ledger ledger;
  private final Unfinished unfinished;
  private final Survey survey;

  Intake(
      Source source,
      Sitting sitting,
      Lake lake,
      FileJobs jobs,
      Ledger ledger,
      Unfinished unfinished) {
    this.source = source;
    this.table = source.table();
    this.sitting = sitting;
    this.lake = lake;
    this.jobs = jobs;
    this.ledger = ledger;
    this.unfinished = unfinished;
    this.survey = Survey.of(sitting, jobs::hashes);
  }

  /** True if nothing that a layout reads is there, nor ever was. */
  private boolean nothingEver() {
    return survey.reasons().isEmpty() && sitting.ledger().isEmpty() && !lake.exists(table);
  }

  private String nothingThere() {
    return sitting.deliveries().isEmpty()
        ? "no file is in " + source.folder()
        : "no layout reads a file of " + source.folder();
  }

  /** What there is to do. */
  Deliveries.Found look() {
    boolean never = nothingEver();
    return new Deliveries.Found(
        never ? List.of(nothingThere()) : survey.reasons(), never, survey.messages());
  }

  /** Takes in what was found. */
  Taken take(String runId) {
    mustBeDelivered();
    Verdicts verdicts = new Verdicts(table.fullName(), source.name(), runId, sitting);
    Map<String, Tally> tallies = new HashMap<>();
    Set<String> refused = new HashSet<>();
    List<FileTask> tasks = new ArrayList<>();
    for (Delivery.Recognised file : read(verdicts, tallies, refused)) {
      Tally tally = told(tallies, file.path());
      if (verdicts.judge(file, sitting.prints().get(file.layout()), tally)) {
        tasks.add(task(file, tally.sha256()));
      }
    }
    supersede(verdicts, survey.toSupersede(refused));
    survey.toWithdraw().forEach(verdicts::withdraw);
    Set<Month> replaced = replaced(tasks);
    Provenance provenance = new Provenance(runId, "", Map.of(), Map.of(), source.synthetic());
    Provenance ofMonths = provenance.changing(replaced);
    OddRows odd = new OddRows(table);
    if (!replaced.isEmpty()) {
      unfinished.begin(replaced);
      writeRejects(tasks, tallies, rejectsMayStand(verdicts, replaced), ofMonths);
      writeRows(tasks, tallies, replaced, ofMonths, odd);
    }
    if (!verdicts.entries().isEmpty()) {
      ledger.add(table.fullName(), verdicts.entries(), provenance);
    }
    if (!replaced.isEmpty()) {
      unfinished.end(replaced);
    }
    List<String> messages = new ArrayList<>(survey.messages());
    messages.addAll(verdicts.messages());
    List<CheckReport.Finding> findings = new ArrayList<>(verdicts.findings());
    findings.addAll(odd.findings());
    return new Taken(verdicts.counts(), messages, findings);
  }

  private void mustBeDelivered() {
    if (nothingEver()) {
      throw UserError.input(
          "make " + table,
          nothingThere(),
          "Have the source's files delivered there, or set sources.path");
    }
    int vanished = survey.toWithdraw().size();
    if (vanished > source.withdrawnAtMost() * survey.standing()) {
      throw UserError.input(
          "withdraw the rows of " + vanished + " files from " + table,
          vanished
              + " of "
              + survey.standing()
              + " files vanished at once from "
              + source.folder()
              + ", more than a share of "
              + source.withdrawnAtMost(),
          "See that the folder is mounted and whole; if the files are withdrawn indeed, give --set"
              + " ingest.withdrawn-at-most=1 once");
    }
  }

  /** The periods whose rows are replaced, by none where a file was withdrawn. */
  private Set<Month> replaced(List<FileTask> tasks) {
    Set<Month> periods = new TreeSet<>(survey.toClear());
    tasks.forEach(t -> periods.add(new Month(t.month())));
    survey.toWithdraw().forEach(e -> periods.add(e.period()));
    return periods;
  }

  private boolean rejectsMayStand(Verdicts verdicts, Set<Month> periods) {
    return verdicts.rejectsStand(periods)
        || sitting.doubtful().stream().anyMatch(periods::contains)
            && lake.exists(Rejects.of(table));
  }

  private void writeRows(
      List<FileTask> tasks,
      Map<String, Tally> tallies,
      Set<Month> replaced,
      Provenance provenance,
      OddRows odd) {
    if (keepsContract()) {
      FilledFields filled =
          FilledFields.of(table, tasks.stream().map(task -> told(tallies, task.path())).toList());
      Dataset<Row> rows = accepted(tasks, filled.recipes(source.recipes()), filled.schema(), odd);
      write(
          () -> lake.replaceWhere(table, rows, Part.ofMonths(table.period, replaced), provenance));
    } else {
      mustReplaceAll(replaced);
      Dataset<Row> rows = accepted(tasks, source.recipes(), table.schema(), odd);
      write(() -> lake.overwrite(table, rows, provenance.changingAnything()));
    }
  }

  private Dataset<Row> accepted(
      List<FileTask> tasks, List<Recipe> recipes, StructType schema, OddRows odd) {
    return tasks.isEmpty()
        ? Lake.empty(lake.spark(), table)
        : odd.among(jobs.accepted(tasks, bytes(tasks), recipes, schema));
  }

  private static Tally told(Map<String, Tally> tallies, String path) {
    return Objects.requireNonNull(tallies.get(path));
  }

  private boolean keepsContract() {
    return !lake.exists(table) || Schemas.differences(table, lake.read(table).schema()).isEmpty();
  }

  /** A table of an earlier contract is made anew, which must lose no period. */
  private void mustReplaceAll(Set<Month> replaced) {
    Set<Month> missing = new TreeSet<>();
    sitting.ledger().stream()
        .filter(e -> e.status() == FileStatus.INGESTED)
        .map(LedgerEntry::period)
        .filter(p -> !replaced.contains(p))
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      throw UserError.input(
          "make " + table + " by its changed contract",
          "the files of " + missing + " are no longer delivered, or cannot be read",
          "Have them delivered to " + source.folder() + " again");
    }
  }

  /**
   * Reads the files that stand for their periods; of a period whose file is refused, the one before
   * it by name as well.
   *
   * @param refused gets the paths of those refused
   * @return those read, by period
   */
  private List<Delivery.Recognised> read(
      Verdicts verdicts, Map<String, Tally> tallies, Set<String> refused) {
    List<Delivery.Recognised> read = new ArrayList<>();
    List<Delivery.Recognised> next = survey.toRead(refused);
    while (!next.isEmpty()) {
      List<FileTask> tasks = next.stream().map(file -> task(file, "")).toList();
      jobs.tallies(tasks, bytes(tasks), source.recipes())
          .forEach(tally -> tallies.put(tally.path(), tally));
      next.stream()
          .filter(file -> verdicts.refuses(file, told(tallies, file.path())))
          .forEach(file -> refused.add(file.path()));
      read.addAll(next);
      next = survey.toRead(refused).stream().filter(f -> !tallies.containsKey(f.path())).toList();
    }
    read.sort(Comparator.comparing(Delivery.Recognised::period));
    return read;
  }

  private long bytes(List<FileTask> tasks) {
    Set<String> paths = tasks.stream().map(FileTask::path).collect(Collectors.toSet());
    return sitting.deliveries().stream()
        .filter(delivery -> paths.contains(delivery.path()))
        .mapToLong(Delivery::bytes)
        .sum();
  }

  private FileTask task(Delivery.Recognised file, String sha256) {
    return new FileTask(
        file.delivery().file(), file.path(), file.period().number(), file.layout(), sha256);
  }

  private void supersede(Verdicts verdicts, List<Delivery.Recognised> files) {
    if (files.isEmpty()) {
      return;
    }
    List<String> hashes = jobs.hashes(files.stream().map(Delivery.Recognised::delivery).toList());
    for (int i = 0; i < files.size(); i++) {
      verdicts.supersede(files.get(i), sitting.prints().get(files.get(i).layout()), hashes.get(i));
    }
  }

  private void writeRejects(
      List<FileTask> tasks, Map<String, Tally> tallies, boolean stood, Provenance provenance) {
    Rejects rejects = Rejects.of(table);
    List<Row> few = new ArrayList<>();
    List<FileTask> many = new ArrayList<>();
    for (FileTask task : tasks) {
      Tally tally = told(tallies, task.path());
      if (tally.hasAllRejects()) {
        few.addAll(FileJobs.rows(task, tally.rejects()));
      } else {
        many.add(task);
      }
    }
    if (few.isEmpty() && many.isEmpty() && !stood) {
      return;
    }
    Dataset<Row> rows = lake.spark().createDataFrame(few, rejects.schema()).coalesce(1);
    Dataset<Row> all =
        many.isEmpty()
            ? rows
            : rows.union(
                jobs.rejected(many, Long.MAX_VALUE / 2, source.recipes(), rejects.schema()));
    write(
        () ->
            lake.replaceWhere(
                rejects, all, Part.ofMonths(rejects.period, replaced(tasks)), provenance));
  }

  /** Writes; an error for a person to mend, thrown in a task, comes out as itself. */
  private static void write(Runnable writing) {
    try {
      writing.run();
    } catch (Exception e) {
      Optional<UserError> told = UserError.among(e);
      if (told.isPresent()) {
        throw told.get();
      }
      throw e;
    }
  }
}
