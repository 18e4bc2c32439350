package careworkforce.common.refresh;

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

/** Lakes kept as they stood after a night, for tests that begin with the same night. */
final class Nights {
  private final Map<String, Path> kept = new HashMap<>();

  /** Puts the lake kept under a night's name in a folder's place; false if none is. */
  boolean copy(String night, Path lake) {
    Path from = kept.get(night);
    if (from == null) {
      return false;
    }
    FileUtils.deleteQuietly(lake.toFile());
    copy(from, lake);
    DeltaLog.clearCache();
    return true;
  }

  /** Keeps a copy of a lake under the name of the night that it went through. */
  void keep(String night, Path lake) {
    try {
      Path to = Files.createTempDirectory("night");
      copy(lake, to);
      kept.put(night, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths and texts of all files below a folder, in order. */
  static String contents(Path folder) {
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

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
