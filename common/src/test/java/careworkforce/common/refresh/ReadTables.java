package careworkforce.common.refresh;

import careworkforce.common.delta.Lake;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Rows of tables, read again only where a file of theirs came, went or changed, or another version
 * is read.
 */
final class ReadTables {
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(List<String> files, List<String> rows) {}

  /** Rows of a table as text, sorted; none if it is not there. */
  List<String> of(Lake lake, Table table) {
    String path = lake.path(table);
    if (!path.startsWith("/")) {
      return Hospital.rows(lake, table);
    }
    List<String> files = files(Path.of(path));
    String key = path + " at " + lake.version(table).orElse(-1);
    Known before = known.get(key);
    if (before == null || !before.files().equals(files)) {
      before = new Known(files, Hospital.rows(lake, table));
      known.put(key, before);
    }
    return before.rows();
  }

  private static List<String> files(Path folder) {
    List<String> files = new ArrayList<>();
    if (Files.exists(folder)) {
      try (Stream<Path> below = Files.walk(folder)) {
        for (Path file : below.sorted().toList()) {
          files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
