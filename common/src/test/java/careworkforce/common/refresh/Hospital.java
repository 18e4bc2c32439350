package careworkforce.common.refresh;

import careworkforce.common.SameTables;
import careworkforce.common.Sparks;
import careworkforce.common.check.Trial;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Part;
import careworkforce.common.delta.Provenance;
import careworkforce.common.fault.FaultyFiles;
import careworkforce.common.ingest.FileLedger;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Progress;
import careworkforce.common.lock.LakeLock;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;

/** Two small sources, a table of both and one of that, refreshed as often as a test likes. */
final class Hospital {
  static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Wards.Taking(Wards.BEDS),
              new Wards.Taking(Wards.STAFF),
              new WardMonths.Made(),
              new Totals.Made()));
  private static final KeptLakes NIGHTS = new KeptLakes();
  private static final AtomicInteger COUNTED = new AtomicInteger();
  private final Path folder;
  private final Map<String, String> set = new HashMap<>();
  private String begun = "";
  final Lake lake;

  Hospital(Path folder) {
    this(folder, "");
  }

  private Hospital(Path folder, String scheme) {
    this(folder, new Lake(Sparks.session(), scheme + folder.resolve("lake")), scheme);
  }

  private Hospital(Path folder, Lake lake, String scheme) {
    this.folder = folder;
    this.lake = lake;
    set.put("checks.keys", "false");
    set.put("gates.volume.tolerance", "1e6");
    set.put("sources.path", '"' + scheme + folder.resolve("landing") + '"');
  }

  /** One whose files are read and written as {@link FaultyFiles} lets them. */
  static Hospital onFaultyFiles(Path folder) {
    FaultyFiles.knownTo(Sparks.session());
    return new Hospital(folder, "faulty://").set("retry.pause", "0");
  }

  /** One whose lake is elsewhere; what is delivered is on this machine. */
  static Hospital withLakeAt(String root, Path folder) {
    return new Hospital(folder, new Lake(Sparks.session(), root), "");
  }

  Hospital set(String key, String value) {
    set.put(key, value);
    return this;
  }

  Settings settings() {
    return Settings.load(List.of(), set);
  }

  /** Delivers a month of a source, lines such as {@code a,1}. */
  Hospital deliver(String file, String... lines) {
    return deliverText(file, Wards.HEADER + String.join("\n", lines) + "\n");
  }

  Hospital deliverText(String file, String text) {
    try {
      Path path = folder.resolve("landing").resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Hospital withdraw(String file) {
    try {
      Files.delete(folder.resolve("landing").resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a table's folder out of the lake, if it is there. */
  Hospital moveAside(Table table) {
    Path there = Path.of(new org.apache.hadoop.fs.Path(lake.path(table)).toUri().getPath());
    try {
      if (Files.exists(there)) {
        Files.move(there, folder.resolve("aside-" + COUNTED.incrementAndGet()));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Manifest> refresh() {
    return refresh(lake, settings());
  }

  /**
   * A night with which a test begins, after nothing but such nights: where another test began with
   * the same files and settings, its lake is copied.
   */
  Hospital begin() {
    begun += withFiles();
    NIGHTS.begin(begun, folder.resolve("lake"), this::refresh);
    return this;
  }

  private Map<String, String> withoutPaths() {
    Map<String, String> rest = new HashMap<>(set);
    rest.remove("sources.path");
    return rest;
  }

  /** A refresh that holds the lake's lock, as the command does. */
  Optional<Manifest> refreshLocked(String runId) {
    return refreshLocked(runId, () -> {});
  }

  /** The same, with something done before each commit. */
  Optional<Manifest> refreshLocked(String runId, Runnable beforeCommit) {
    Settings settings = settings();
    try (LakeLock lock = LakeLock.take(lake, settings, said -> {})) {
      Lake held =
          lake.asking(
              () -> {
                lock.mustHold();
                beforeCommit.run();
              });
      return new Refresh(CATALOGUE, held, settings, Progress.silent()).run(runId, Instant.EPOCH);
    }
  }

  private static Optional<Manifest> refresh(Lake lake, Settings settings) {
    String id = "20210328-0100%02d-000".formatted(COUNTED.incrementAndGet());
    return new Refresh(CATALOGUE, lake, settings, Progress.silent()).run(id, Instant.EPOCH);
  }

  Optional<Manifest> refreshAt(String runId, Instant now) {
    return new Refresh(CATALOGUE, lake, settings(), Progress.silent()).run(runId, now);
  }

  /** A refresh whose process is killed at a commit: none after so many is made. */
  void refreshKilledAfter(int commits) {
    try {
      refresh(mortal(commits), settings());
    } catch (Killed asPlanned) {
      assert commits < Integer.MAX_VALUE;
    }
  }

  /** The lake, for a process that is killed after so many commits. */
  Lake mortal(int commits) {
    AtomicInteger left = new AtomicInteger(commits);
    return lake.asking(
        () -> {
          if (left.getAndDecrement() <= 0) {
            throw new Killed();
          }
        });
  }

  /**
   * A run killed once it has made the ward months and before it tried them: rows of January 2021
   * stand, those to be set aside are not yet written.
   *
   * @param wardsAndStaff a ward, its staff, and so on; at least one is to be set aside
   */
  void leaveUntried(Object... wardsAndStaff) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < wardsAndStaff.length; i += 2) {
      Date january = Date.valueOf("2021-01-01");
      rows.add(RowFactory.create(january, wardsAndStaff[i], null, wardsAndStaff[i + 1]));
    }
    Dataset<Row> made = lake.spark().createDataFrame(rows, WardMonths.TABLE.schema());
    try {
      new Trial(mortal(1), WardMonths.TABLE, false).of(made, Part.ALL, Provenance.none());
      throw new AssertionError("no row was to be set aside");
    } catch (Killed asPlanned) {
      DeltaLog.clearCache();
    }
  }

  /** The process is no more. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Rows of a table as text, sorted; none if it is not there. */
  List<String> rows(Table table) {
    return rows(lake, table);
  }

  /** The data files of all tables, whatever version names them. */
  List<String> dataFiles() {
    return KeptLakes.below(folder.resolve("lake")).stream()
        .map(Path::toString)
        .filter(file -> file.endsWith(".parquet"))
        .toList();
  }

  static List<String> rows(Lake lake, Table table) {
    return lake.exists(table)
        ? lake.read(table).collectAsList().stream().map(Object::toString).sorted().toList()
        : List.of();
  }

  /** A lake made at once from the files as they lie, copied where another test made the same. */
  Lake rebuild() {
    Path place = folder.resolve("whole-" + COUNTED.incrementAndGet());
    Lake whole = new Lake(Sparks.session(), place.toString());
    NIGHTS.begin(withFiles(), place, () -> refresh(whole, settings()));
    return whole;
  }

  private String withFiles() {
    return new TreeMap<>(withoutPaths()) + KeptLakes.contents(folder.resolve("landing"));
  }

  /** Holds every table to that of a lake made at once from the files as they lie. */
  void assertLikeARebuild() {
    Lake whole = rebuild();
    Map<String, Dataset<Row>> expected = new TreeMap<>();
    Map<String, Dataset<Row>> actual = new TreeMap<>();
    for (Table table : Holdings.of(CATALOGUE)) {
      if (table != FileLedger.TABLE && (whole.exists(table) || lake.exists(table))) {
        expected.put(table.fullName(), orEmpty(whole, table));
        actual.put(table.fullName(), orEmpty(lake, table));
      }
    }
    SameTables.assertSameCounts(expected, actual);
  }

  private static Dataset<Row> orEmpty(Lake lake, Table table) {
    return lake.exists(table) ? lake.read(table) : Lake.empty(lake.spark(), table);
  }
}
