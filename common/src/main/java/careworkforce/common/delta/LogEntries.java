package careworkforce.common.delta;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The entries of a Delta table's log as they lie: {@code <version, 20 digits>.json}, one for each
 * version since the last checkpoint at least, each line a JSON object (Delta transaction log
 * protocol, "Delta Log Entries" and "Checkpoints").
 */
final class LogEntries {
  private static final Pattern ENTRY = Pattern.compile("(\\d{20})\\.json");
  private static final Pattern CHECKPOINT = Pattern.compile("(\\d{20})\\.checkpoint.*\\.parquet");
  private static final JsonMapper JSON = new JsonMapper();
  private final FileSystem files;
  private final TreeMap<Long, Path> entries = new TreeMap<>();
  private final TreeSet<Long> checkpoints = new TreeSet<>();

  private LogEntries(FileSystem files) {
    this.files = files;
  }

  /** Those of a table; none if it is not there. */
  static LogEntries of(Path table, Configuration hadoop) throws IOException {
    FileSystem files = table.getFileSystem(hadoop);
    LogEntries found = new LogEntries(files);
    try {
      for (FileStatus file : files.listStatus(new Path(table, "_delta_log"))) {
        found.add(file.getPath());
      }
    } catch (FileNotFoundException notThere) {
      return found;
    }
    return found;
  }

  private void add(Path file) {
    Matcher entry = ENTRY.matcher(file.getName());
    Matcher checkpoint = CHECKPOINT.matcher(file.getName());
    if (entry.matches()) {
      entries.put(Long.parseLong(entry.group(1)), file);
    } else if (checkpoint.matches()) {
      checkpoints.add(Long.parseLong(checkpoint.group(1)));
    }
  }

  /** Whether there is neither an entry nor a checkpoint. */
  boolean isEmpty() {
    return entries.isEmpty() && checkpoints.isEmpty();
  }

  /** The entries by version. */
  TreeMap<Long, Path> byVersion() {
    return entries;
  }

  /** The first version missing between the last checkpoint and the newest entry. */
  OptionalLong missing() {
    if (entries.isEmpty()) {
      return OptionalLong.empty();
    }
    long next = checkpoints.isEmpty() ? 0 : checkpoints.last() + 1;
    for (long version : entries.tailMap(next).keySet()) {
      if (version != next) {
        return OptionalLong.of(next);
      }
      next++;
    }
    return OptionalLong.empty();
  }

  /** The first version after the last checkpoint whose entry is missing or no JSON. */
  OptionalLong broken() throws IOException {
    OptionalLong gap = missing();
    long from = checkpoints.isEmpty() ? 0 : checkpoints.last() + 1;
    for (var entry : entries.tailMap(from).entrySet()) {
      boolean afterTheGap = gap.isPresent() && entry.getKey() > gap.getAsLong();
      if (!afterTheGap && !isWhole(entry.getValue())) {
        return OptionalLong.of(entry.getKey());
      }
    }
    return gap;
  }

  private boolean isWhole(Path entry) throws IOException {
    boolean any = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(entry), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        any |= JSON.readTree(line).isObject();
      }
      return any;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return false;
    }
  }
}
