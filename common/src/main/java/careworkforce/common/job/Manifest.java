package careworkforce.common.job;

import careworkforce.common.check.CheckReport;
import careworkforce.common.error.Exit;
import careworkforce.common.table.Check;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account of one run; written to {@code manifests/<run>.json} below the lake's root.
 *
 * @param run the run's id
 * @param started when, ISO
 * @param seconds how long
 * @param synthetic true if it was said to run on a synthetic world
 * @param jobs one entry a planned job, in the order planned
 * @param gates what was found by gates over the whole
 * @param outcome {@code done}, {@code incomplete} (a job failed or was held), {@code taken back} (a
 *     gate failed, so that what stood before stands), {@code failed} (an error ended a refresh, and
 *     what stood before stands)
 * @param beside versions that stand of the tables that no job is named after, such as rejects, by
 *     full name; empty in older manifests
 * @param error what ended the run; empty if no error did
 */
public record Manifest(
    String run,
    String started,
    double seconds,
    boolean synthetic,
    List<Entry> jobs,
    List<Gate> gates,
    String outcome,
    Map<String, Long> beside,
    String error) {
  /** Outcome of a run whose tables stand as they stood before it. */
  public static final String TAKEN_BACK = "taken back";

  /** Outcome of a run of which a job failed or was held. */
  public static final String INCOMPLETE = "incomplete";

  /** Outcome of a refresh that an error ended. */
  public static final String FAILED = "failed";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Of whatever age. */
  public Manifest {
    beside = Objects.requireNonNullElse(beside, Map.of());
    error = Objects.requireNonNullElse(error, "");
  }

  /** The account of a run without gates. */
  public Manifest(String run, String started, double seconds, boolean synthetic, List<Entry> jobs) {
    this(run, started, seconds, synthetic, jobs, List.of(), outcome(jobs), Map.of(), "");
  }

  private static String outcome(List<Entry> jobs) {
    return jobs.stream().anyMatch(Entry::isUnfinished) ? INCOMPLETE : "done";
  }

  /**
   * What a gate found.
   *
   * @param table full name of the table
   * @param code the gate's name, such as {@code RECONCILED}
   * @param severity what the finding does
   * @param message what was found, with values
   */
  public record Gate(String table, String code, Check.Severity severity, String message) {}

  private Manifest with(List<Entry> entries, String ended) {
    return new Manifest(run, started, seconds, synthetic, entries, gates, ended, beside, error);
  }

  /** The same with the jobs alone whose tables it left as it says. */
  Manifest ofWhatItLeft() {
    return with(left(), outcome);
  }

  /** The same, with what an earlier account alone tells of tables that it left. */
  Manifest withOthersOf(Manifest earlier) {
    Set<String> named = jobs.stream().map(Entry::table).collect(Collectors.toSet());
    List<Entry> all =
        Stream.concat(
                jobs.stream(), earlier.left().stream().filter(e -> !named.contains(e.table())))
            .toList();
    Map<String, Long> others = new HashMap<>(earlier.beside);
    others.putAll(beside);
    return with(all, outcome).beside(others);
  }

  /** The jobs whose tables it left as it says; an error tells of none, as all stand as before. */
  private List<Entry> left() {
    return outcome.equals(FAILED) ? List.of() : jobs;
  }

  /** False if nothing that it made stands. */
  public boolean stands() {
    return !outcome.equals(TAKEN_BACK) && !outcome.equals(FAILED);
  }

  /** The same, its tables that had nothing to do as an earlier account tells of their making. */
  Manifest withMadeBy(Manifest earlier) {
    Map<String, Entry> made = new HashMap<>();
    earlier.jobs().stream()
        .filter(e -> e.status().equals("ran"))
        .forEach(e -> made.put(e.table(), e));
    List<Entry> all =
        jobs.stream()
            .map(
                e ->
                    e.hadNothingToDo() && made.containsKey(e.table())
                        ? made.get(e.table()).at(e.version())
                        : e)
            .toList();
    return with(all, outcome);
  }

  /** The same with what gates found, after so many seconds. */
  public Manifest judged(List<Gate> found, double after) {
    return new Manifest(run, started, after, synthetic, jobs, found, outcome, beside, error);
  }

  /** The same with the versions of the tables that no job is named after. */
  public Manifest beside(Map<String, Long> versions) {
    return new Manifest(run, started, seconds, synthetic, jobs, gates, outcome, versions, error);
  }

  /** The same, its tables taken back to the versions given, by full name. */
  public Manifest takenBack(Map<String, Long> standing) {
    return with(at(standing), TAKEN_BACK);
  }

  /**
   * The same of a refresh that an error ended, its tables at the versions given.
   *
   * @param why what a person may be told of the error
   */
  public Manifest failed(Map<String, Long> standing, String why) {
    return new Manifest(run, started, seconds, synthetic, at(standing), gates, FAILED, beside, why);
  }

  private List<Entry> at(Map<String, Long> standing) {
    return jobs.stream().map(e -> e.at(standing.getOrDefault(e.table(), e.version()))).toList();
  }

  /**
   * One job of a run.
   *
   * @param table full name of the table it writes
   * @param status {@code ran}, {@code current} (nothing to do), {@code waiting} (for files of a
   *     source that never had one), {@code failed}, {@code held} (an input failed)
   * @param reasons why it ran
   * @param inputs versions read
   * @param version version that stands; -1 if none
   * @param rows rows of the table, or rows accepted by an ingest
   * @param began seconds after the run's start
   * @param seconds how long
   * @param files accounts of delivered files
   * @param checks promises that were tried
   * @param messages what a person should know
   * @param months the months whose change was merged in, such as {@code 2019-03}; null if the table
   *     was made as a whole
   * @param counts rows of each kind that the contract has counted, such as those that a cleaning
   *     rule drops; empty if it has none
   * @param exit what a command ends with whose job failed by an error that a user can mend; null if
   *     none did, and of older manifests
   */
  public record Entry(
      String table,
      String status,
      List<String> reasons,
      Map<String, Long> inputs,
      long version,
      long rows,
      double began,
      double seconds,
      List<Deliveries.FileCount> files,
      List<CheckReport.Finding> checks,
      List<String> messages,
      @Nullable List<String> months,
      Map<String, Long> counts,
      @Nullable Exit exit) {

    /** Of whatever age: older manifests have no counts. */
    public Entry {
      counts = Objects.requireNonNullElse(counts, Map.of());
    }

    /** Of a table made as a whole, or not made. */
    public Entry(
        String table,
        String status,
        List<String> reasons,
        Map<String, Long> inputs,
        long version,
        long rows,
        double seconds,
        List<Deliveries.FileCount> files,
        List<CheckReport.Finding> checks,
        List<String> messages) {
      this(
          table, status, reasons, inputs, version, rows, 0, seconds, files, checks, messages, null,
          Map.of(), null);
    }

    /** True if it failed or was held back. */
    boolean isUnfinished() {
      return status.equals("failed") || status.equals("held");
    }

    /** True if nothing called for its table to be made, so that it does not tell how it was. */
    public boolean hadNothingToDo() {
      return status.equals("current");
    }

    /** True if a promise that must hold was broken. */
    public boolean brokePromise() {
      return checks.stream().anyMatch(c -> c.broken() > 0 && c.severity() == Check.Severity.FAIL);
    }

    /** What findings say that end no run. A gate on deliveries says itself of which file. */
    private Stream<String> warnings() {
      return checks.stream()
          .filter(c -> c.broken() > 0 && c.severity() != Check.Severity.FAIL)
          .map(c -> files.isEmpty() ? table + ": " + c.told() : c.meaning());
    }

    private Entry at(long standing) {
      return new Entry(
          table, status, reasons, inputs, standing, rows, began, seconds, files, checks, messages,
          months, counts, exit);
    }

    /** The same of a job that an error ended. */
    Entry endedBy(Exit error) {
      return new Entry(
          table, status, reasons, inputs, version, rows, began, seconds, files, checks, messages,
          months, counts, error);
    }

    /** The same, begun so many seconds after the run. */
    Entry from(double after) {
      return new Entry(
          table, status, reasons, inputs, version, rows, after, seconds, files, checks, messages,
          months, counts, exit);
    }

    /**
     * The same with what was made.
     *
     * @param merged months that were merged; null for the whole table
     * @param counted rows of each kind that the contract has counted
     */
    Entry made(@Nullable List<String> merged, Map<String, Long> counted) {
      return new Entry(
          table, status, reasons, inputs, version, rows, began, seconds, files, checks, messages,
          merged, counted, exit);
    }

    /** What was made: {@code whole}, {@code 2019-03} or {@code 2019-03 to 2019-06}. */
    public String extent() {
      if (months == null) {
        return "whole";
      }
      return switch (months.size()) {
        case 0 -> "no month";
        case 1 -> months.get(0);
        default -> months.get(0) + " to " + months.get(months.size() - 1);
      };
    }
  }

  /** How many promises were broken and gates failed with a severity. */
  public long findings(Check.Severity severity) {
    return gates.stream().filter(g -> g.severity() == severity).count()
        + jobs.stream()
            .flatMap(e -> e.checks().stream())
            .filter(c -> c.severity() == severity && c.broken() > 0)
            .count();
  }

  /** What broken promises and failed gates say. */
  public List<String> failures() {
    List<String> all = new ArrayList<>();
    gates.stream()
        .filter(g -> g.severity() == Check.Severity.FAIL)
        .forEach(g -> all.add(g.message()));
    jobs.stream()
        .filter(Entry::brokePromise)
        .forEach(e -> all.add(e.table() + ": " + String.join("; ", e.messages())));
    return all;
  }

  /** What was said of files that could not be taken in, by jobs that ended well without them. */
  public List<String> refusals() {
    return jobs.stream()
        .filter(e -> !e.isUnfinished())
        .flatMap(e -> e.files().stream())
        .filter(Deliveries.FileCount::isRefused)
        .map(Deliveries.FileCount::note)
        .toList();
  }

  /** What is odd or set aside, of files and of rows, in jobs that ended well. */
  public List<String> warnings() {
    return jobs.stream().filter(e -> !e.isUnfinished()).flatMap(Entry::warnings).toList();
  }

  /** Entries that failed or were held back. */
  public List<Entry> unfinished() {
    return jobs.stream().filter(Entry::isUnfinished).toList();
  }

  /** As JSON, a job a paragraph. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads one back. */
  static Manifest parse(String json) throws JsonProcessingException {
    return JSON.readValue(json, Manifest.class);
  }
}
