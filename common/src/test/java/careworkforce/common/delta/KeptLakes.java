package careworkforce.common.delta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.delta.DeltaLog;

/** Lakes kept as they were made once, for tests that begin with the same. */
public final class KeptLakes {
  private final Map<String, Path> kept = new HashMap<>();

  /**
   * Puts a lake in a folder's place: as it was made before under its name, or made now.
   *
   * @param name tells all that goes into it
   * @param making makes it in the folder; what lies there already is kept with it
   */
  public void begin(String name, Path lake, Runnable making) {
    Path from = kept.get(name);
    if (from == null) {
      making.run();
      keep(name, lake);
    } else {
      FileUtils.deleteQuietly(lake.toFile());
      copy(from, lake);
      DeltaLog.clearCache();
    }
  }

  private void keep(String name, Path lake) {
    try {
      Path to = Files.createTempDirectory("lake");
      copy(lake, to);
      FileUtils.forceDeleteOnExit(to.toFile());
      kept.put(name, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths and texts of all files below a folder, in order. */
  public static String contents(Path folder) {
    StringBuilder all = new StringBuilder();
    for (Path file : below(folder)) {
      try {
        if (Files.isRegularFile(file)) {
          all.append(folder.relativize(file)).append('\n').append(Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  /** All that lies below a folder, in order. */
  public static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    for (Path file : below(from)) {
      Path target = to.resolve(from.relativize(file));
      try {
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
