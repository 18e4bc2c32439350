package careworkforce.pipelines;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Plan;
import careworkforce.common.job.Planner;
import careworkforce.common.job.Progress;
import careworkforce.common.job.Runner;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.synthetic.Synth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Fourteen months of a synthetic England at a thousandth, with many moves, flickers, swaps,
 * absences and unreadable rows: delivered once for all tests of a JVM, and taken through the
 * pipelines once.
 */
public final class SmallEngland {
  private static @Nullable Path home;

  private SmallEngland() {}

  /** The folder of all delivered files. Nobody writes there. */
  public static Path landing() {
    return home().resolve("landing");
  }

  /** The selected tables, all if none is named, made in one sitting. Nobody else writes there. */
  public static synchronized Lake lake(String... selectors) {
    return run(home().resolve("lake"), landing(), List.of(selectors));
  }

  private static synchronized Path home() {
    if (home == null) {
      try {
        long process = ProcessHandle.current().pid();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "small-england-" + process);
        FileUtils.deleteDirectory(folder.toFile());
        Synth.write(
            Sparks.session(),
            Settings.load(List.of(), world()),
            new org.apache.hadoop.fs.Path(folder.toUri()),
            (part, number, of) -> {});
        home = folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return home;
  }

  private static Map<String, String> world() {
    Map<String, String> set = new HashMap<>();
    set.put("synthetic.scale", "0.001");
    set.put("synthetic.areas", "27");
    set.put("synthetic.ascwds.reporting", "1.0");
    set.put("synthetic.from", "\"2013-11\"");
    set.put("synthetic.to", "\"2014-12\"");
    set.put("synthetic.ecds-start", "\"2014-08\"");
    set.put("synthetic.moves", "0.2");
    set.put("synthetic.traps.occupation-flicker", "0.01");
    set.put("synthetic.traps.payroll-absence", "0.02");
    set.put("synthetic.traps.second-post", "0.2");
    set.put("synthetic.traps.bad-date", "0.001");
    set.put("synthetic.traps.bad-number", "0.001");
    set.put("synthetic.traps.unknown-code", "0.001");
    return set;
  }

  /** What a run on files below a folder is told. */
  public static Map<String, String> settings(Path landing) {
    return Map.of(
        "checks.keys",
        "false", // as the tests of checks prove; it would cost a pass a table here
        "socialcare.options.least-months",
        "1", // of its two years one has two months
        "sources.path",
        '"' + landing.toString() + '"',
        "pseudonyms.key-file",
        '"' + home().resolve("pseudonym.key").toString() + '"');
  }

  /** Runs the selected jobs, all if none is named, on the files below a folder. */
  public static Lake run(Path lakeFolder, Path landing, List<String> selectors) {
    Settings settings = Settings.load(List.of(), settings(landing));
    Lake to = new Lake(Sparks.session(), lakeFolder.toString());
    Ingestion deliveries = new Ingestion(to, settings);
    Plan plan = new Planner(Catalogue.declared(), to, settings, deliveries).plan(selectors, false);
    Manifest manifest =
        new Runner(to, settings, deliveries, Progress.silent()).run(plan, "a test", Instant.EPOCH);
    if (!manifest.unfinished().isEmpty()) {
      throw new AssertionError("unfinished: " + manifest.unfinished());
    }
    return to;
  }

  /** Delivers those files whose name fulfils a condition to another folder. */
  public static void deliver(Path to, Predicate<String> which) {
    try (Stream<Path> files = Files.walk(landing())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (which.test(landing().relativize(file).toString())) {
          Path copy = to.resolve(landing().relativize(file).toString());
          Files.createDirectories(copy.getParent());
          if (!Files.exists(copy)) {
            Files.copy(file, copy);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables that stand in a lake, and the rejects of those that take in files. */
  public static List<Table> tables(Lake lake) {
    List<Table> tables = new ArrayList<>();
    for (Table table : Catalogue.declared().tables()) {
      tables.add(table);
      if (table instanceof DeliveredTable delivered) {
        tables.add(Rejects.of(delivered));
      }
    }
    return tables.stream().filter(lake::exists).toList();
  }

  /** All columns of a table but the versions of inputs, which count sittings. */
  public static Dataset<Row> values(Lake lake, Table table) {
    return lake.read(table)
        .select(
            table.fields().stream()
                .filter(f -> !f.name().endsWith("_version"))
                .map(Field::col)
                .toArray(Column[]::new));
  }
}
