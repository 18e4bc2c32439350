package careworkforce.common.delta;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.storage.LogStore;
import org.apache.spark.sql.delta.storage.LogStore$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A small text beside the tables, written whole or not at all. It goes through Delta's log store,
 * so that it can be made if absent, by one writer only, on every file system whose rename or link
 * is atomic. On s3a the store asks whether it is there and then writes: of two processes in the
 * same moment both may think that they made it.
 */
public final class SmallFile {
  private final SparkSession spark;
  private final Path path;
  private final Configuration hadoop;

  SmallFile(SparkSession spark, Path path) {
    this.spark = spark;
    this.path = path;
    this.hadoop = spark.sessionState().newHadoopConf();
  }

  /** Where it stands. */
  public Path path() {
    return path;
  }

  /** Its text, lines parted by line feeds; empty if it is not there. */
  public Optional<String> read() {
    try {
      if (!path.getFileSystem(hadoop).exists(path)) {
        return Optional.empty();
      }
      return Optional.of(
          String.join("\n", CollectionConverters.asJava(store().read(path, hadoop))));
    } catch (FileNotFoundException goneMeanwhile) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it, over what stood. */
  public void write(String text) {
    try {
      put(text, true);
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it if it is not there; false, and nothing changed, if it is. */
  public boolean writeIfAbsent(String text) {
    try {
      put(text, false);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private void put(String text, boolean over) throws FileAlreadyExistsException {
    try {
      path.getFileSystem(hadoop).mkdirs(path.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = List.of(text.split("\n", -1));
    store().write(path, CollectionConverters.asScala(lines.iterator()), over, hadoop);
  }

  /** Takes it away, if it is there. */
  public void delete() {
    try {
      path.getFileSystem(hadoop).delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LogStore store() {
    return LogStore$.MODULE$.apply(spark);
  }
}
