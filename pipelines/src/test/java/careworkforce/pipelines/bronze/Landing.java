package careworkforce.pipelines.bronze;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Deliveries;
import careworkforce.common.table.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** A landing folder and a lake, for tests that take in whole files. */
public final class Landing {
  private final Path folder;
  private final Lake lake;
  private final Ingestion ingestion;

  public Landing(Path folder) {
    this.folder = folder;
    lake = new Lake(Sparks.session(), folder.resolve("lake").toString());
    Path key = folder.resolve("pseudonyms.key");
    write(key, "0123456789abcdef0123456789abcdef");
    key.toFile().setReadable(false, false);
    key.toFile().setReadable(true, true);
    ingestion =
        new Ingestion(
            lake,
            Settings.load(
                List.of(),
                Map.of(
                    "sources.path", "\"" + folder.resolve("landing") + "\"",
                    "pseudonyms.key-file", "\"" + key + "\"")));
  }

  /** The folder of reference files that lies beside the project, there or not. */
  public static Path shared() {
    String named = System.getenv("CAREWORKFORCE_SHARED");
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("careworkforce.home", "..")).resolve("../shared");
  }

  /** Lays down a file of lines. */
  public Landing file(String path, String... lines) {
    write(folder.resolve("landing").resolve(path), String.join("\n", lines) + "\n");
    return this;
  }

  /** Lays down a copy of a file as it stands. */
  public Landing copy(Path file, String path) throws IOException {
    Path to = folder.resolve("landing").resolve(path);
    Files.createDirectories(to.getParent());
    Files.copy(file, to);
    return this;
  }

  private static void write(Path path, String text) {
    try {
      Files.createDirectories(path.getParent());
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the files in; the account of each as delivered = accepted + rejected + duplicates. */
  public List<String> take(Ingest ingest) {
    Deliveries.Taken taken = ingestion.take(ingest, "a test");
    return taken.files().stream()
        .map(
            f ->
                f.delivered()
                    + " = "
                    + f.accepted()
                    + " + "
                    + f.rejected()
                    + " + "
                    + f.duplicates())
        .toList();
  }

  /** Some columns of all rows as text, by period and line. */
  public List<String> rows(Ingest ingest, Field... fields) {
    return lake
        .read(ingest.writes())
        .orderBy(ingest.writes().period.col(), ingest.writes().sourceLine.col())
        .select(Arrays.stream(fields).map(Field::col).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  /** Code and column of each reject. */
  public List<String> rejects(Ingest ingest) {
    return lake.read(Rejects.of(ingest.writes())).select("code", "column").collectAsList().stream()
        .map(Row::toString)
        .toList();
  }
}
