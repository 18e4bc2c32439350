package careworkforce.common.observe;

import careworkforce.common.job.Manifest;
import careworkforce.common.job.Manifest.Entry;
import careworkforce.common.table.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How a run ended, and the last account of tables, in the text format of Prometheus (exposition
 * format 0.0.4).
 */
public final class Metrics {
  private static final String PREFIX = "careworkforce_";
  private final List<String> lines = new ArrayList<>();

  private Metrics() {}

  /**
   * One gauge a line, each with its help and type.
   *
   * @param well whether the run ended well, with or without anything to do
   * @param started when it did
   * @param seconds how long it took
   * @param account of the last run that had something to do; what it tells of tables and findings
   *     goes on to be told after a run that had nothing
   */
  public static String of(
      boolean well, Instant started, double seconds, Optional<Manifest> account) {
    Metrics metrics = new Metrics();
    metrics.gauge("run_seconds", "Duration of the last run.", "", seconds);
    metrics.gauge("run_done", "1 if the last run ended well, 0 if it did not.", "", well ? 1 : 0);
    metrics.gauge(
        "run_started_seconds",
        "When the last run started, seconds since 1970.",
        "",
        started.getEpochSecond());
    account.ifPresent(metrics::account);
    return String.join("\n", metrics.lines) + "\n";
  }

  private void account(Manifest run) {
    Predicate<Entry> ran = e -> e.status().equals("ran");
    tables("table_seconds", "Duration of a table's job, if it ran.", run, ran, Entry::seconds);
    tables("table_rows", "Rows made, or accepted from files.", run, ran, Entry::rows);
    tables("table_version", "Version that stands.", run, e -> e.version() >= 0, Entry::version);
    found(run);
  }

  private void head(String name, String help) {
    lines.add("# HELP " + PREFIX + name + " " + help);
    lines.add("# TYPE " + PREFIX + name + " gauge");
  }

  private void gauge(String name, String help, String labels, double value) {
    head(name, help);
    sample(name, labels, value);
  }

  private void sample(String name, String labels, double value) {
    String number =
        value == Math.rint(value) && Math.abs(value) < 1e15
            ? String.valueOf((long) value)
            : String.format(Locale.ROOT, "%.3f", value);
    lines.add(PREFIX + name + labels + " " + number);
  }

  private void tables(
      String name,
      String help,
      Manifest run,
      Predicate<Entry> known,
      ToDoubleFunction<Entry> value) {
    head(name, help);
    run.jobs().stream()
        .filter(known)
        .forEach(e -> sample(name, "{table=\"" + e.table() + "\"}", value.applyAsDouble(e)));
  }

  private void found(Manifest run) {
    head("findings", "Broken promises and failed gates, by severity.");
    for (Check.Severity severity : Check.Severity.values()) {
      sample("findings", "{severity=\"" + severity + "\"}", run.findings(severity));
    }
  }
}
