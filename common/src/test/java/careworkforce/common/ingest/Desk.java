package careworkforce.common.ingest;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.KeptLakes;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Deliveries;
import careworkforce.common.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;

/** A folder of deliveries and a lake, for tests of whole ingests. */
public final class Desk {
  private static final KeptLakes LAKES = new KeptLakes();
  private final Path folder;
  public final Lake lake;
  private final Map<String, String> set = new HashMap<>();
  private Settings settings;
  private final int tasks;
  private int runs;

  public Desk(Path folder) {
    this(folder, 0);
  }

  Desk(Path folder, int tasks) {
    this.folder = folder;
    this.tasks = tasks;
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    deliver("pseudonyms.key", "0123456789abcdef0123456789abcdef");
    Path key = folder.resolve("landing/pseudonyms.key");
    key.toFile().setReadable(false, false);
    key.toFile().setReadable(true, true);
    key.toFile().setWritable(true, true);
    set.put("sources.path", "\"" + folder.resolve("landing") + "\"");
    set.put("ingest.longest-line", "1000000");
    set.put("pseudonyms.key-file", "\"" + key + "\"");
    settings = Settings.load(List.of(), set);
  }

  Desk set(String key, String value) {
    set.put(key, value);
    settings = Settings.load(List.of(), set);
    return this;
  }

  /** Delivers a file, named with its source's folder. */
  public Desk deliver(String file, String content) {
    return deliver(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Delivers a file, named with its source's folder. */
  public Desk deliver(String file, byte[] content) {
    try {
      Path path = folder.resolve("landing").resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Desk withdraw(String file) {
    try {
      Files.delete(folder.resolve("landing").resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] packed(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public List<String> pending(Ingest ingest) {
    return new Ingestion(lake, settings, IntakeRules.ofRun(), tasks).look(ingest).reasons();
  }

  public Deliveries.Taken run(Ingest ingest) {
    return new Ingestion(lake, settings, IntakeRules.ofRun(), tasks).take(ingest, "run-" + ++runs);
  }

  /** A first run of one source, whose lake is copied where another began with the same files. */
  Desk begin(Ingest ingest) {
    return begin("", ingest);
  }

  /** The same after something else, which is told. */
  Desk begin(String after, Ingest ingest) {
    int before = runs;
    String files = KeptLakes.contents(folder.resolve("landing"));
    LAKES.begin(
        after + ingest.writes().fullName() + files, folder.resolve("lake"), () -> run(ingest));
    runs = before + 1;
    return this;
  }

  /** The same for a refresh, at which the rows of a file that vanished leave. */
  List<String> pendingAtRefresh(Ingest ingest) {
    return new Ingestion(lake, settings, new IntakeRules(true, null, null), tasks)
        .look(ingest)
        .reasons();
  }

  Deliveries.Taken refresh(Ingest ingest) {
    return new Ingestion(lake, settings, new IntakeRules(true, null, null), tasks)
        .take(ingest, "run-" + ++runs);
  }

  /** Rows as text, in the order of period and line; without the named columns. */
  public List<String> rows(Table table) {
    return lake
        .read(table)
        .orderBy(table.key().stream().map(f -> f.col()).toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  /** File, status and the four counts of each file of a report. */
  public static List<String> counts(Deliveries.Taken report) {
    return report.files().stream()
        .map(
            f ->
                f.file().substring(f.file().indexOf('/') + 1)
                    + " "
                    + f.status()
                    + " "
                    + f.delivered()
                    + " = "
                    + f.accepted()
                    + " + "
                    + f.rejected()
                    + " + "
                    + f.duplicates())
        .toList();
  }
}
