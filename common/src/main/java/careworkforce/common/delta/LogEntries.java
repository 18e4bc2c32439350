package careworkforce.common.delta;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
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
  private final TreeMap<Long, List<Path>> checkpoints = new TreeMap<>();

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

  /**
   * Takes away a log to which a run that was killed committed nothing. Delta takes a folder that is
   * not empty for a table that is there, and would neither make one nor find one.
   */
  static void takeAwayBegun(Path table, Configuration hadoop) {
    try {
      LogEntries log = of(table, hadoop);
      if (log.isEmpty()) {
        log.files.delete(new Path(table, "_delta_log"), true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path file) {
    Matcher entry = ENTRY.matcher(file.getName());
    Matcher checkpoint = CHECKPOINT.matcher(file.getName());
    if (entry.matches()) {
      entries.put(Long.parseLong(entry.group(1)), file);
    } else if (checkpoint.matches()) {
      checkpoints
          .computeIfAbsent(Long.parseLong(checkpoint.group(1)), v -> new ArrayList<>())
          .add(file);
    }
  }

  private boolean isEmpty() {
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
    long next = checkpoints.isEmpty() ? 0 : checkpoints.lastKey() + 1;
    for (long version : entries.tailMap(next).keySet()) {
      if (version != next) {
        return OptionalLong.of(next);
      }
      next++;
    }
    return OptionalLong.empty();
  }

  /**
   * The first version from the last checkpoint on that cannot be read: by a checkpoint that is
   * damaged, or an entry after it that is missing or no JSON.
   */
  OptionalLong broken(Configuration hadoop) throws IOException {
    if (isCheckpointDamaged(hadoop)) {
      return OptionalLong.of(checkpoints.lastKey());
    }
    OptionalLong gap = missing();
    long from = checkpoints.isEmpty() ? 0 : checkpoints.lastKey() + 1;
    for (var entry : entries.tailMap(from).entrySet()) {
      boolean afterTheGap = gap.isPresent() && entry.getKey() > gap.getAsLong();
      if (!afterTheGap && !isWhole(entry.getValue())) {
        return OptionalLong.of(entry.getKey());
      }
    }
    return gap;
  }

  /**
   * The files of the last checkpoints if they are damaged and every version is known without them:
   * the entries from the first on, or from an earlier checkpoint that can be read, are whole.
   */
  List<Path> needless(Configuration hadoop) throws IOException {
    List<Path> damaged = new ArrayList<>();
    LogEntries others = this;
    while (others.isCheckpointDamaged(hadoop)) {
      damaged.addAll(others.lastCheckpoint());
      others = others.withoutLastCheckpoint();
    }
    boolean known =
        !damaged.isEmpty()
            && !entries.isEmpty()
            && entries.lastKey() >= checkpoints.lastKey()
            && others.broken(hadoop).isEmpty();
    return known ? damaged : List.of();
  }

  private boolean isCheckpointDamaged(Configuration hadoop) throws IOException {
    for (Path file : lastCheckpoint()) {
      if (!Checkpoint.isWhole(file, hadoop)) {
        return true;
      }
    }
    return false;
  }

  private List<Path> lastCheckpoint() {
    return checkpoints.isEmpty() ? List.of() : checkpoints.lastEntry().getValue();
  }

  private LogEntries withoutLastCheckpoint() {
    LogEntries others = new LogEntries(files);
    others.entries.putAll(entries);
    others.checkpoints.putAll(checkpoints.headMap(checkpoints.lastKey()));
    return others;
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
