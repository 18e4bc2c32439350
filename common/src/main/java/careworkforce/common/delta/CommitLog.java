package careworkforce.common.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The commits of a Delta table, read from its log without a Spark job: file {@code
 * _delta_log/<version, 20 digits>.json}, one action a line, among them {@code commitInfo} (Delta
 * transaction log protocol, "Delta Log Entries" and "Commit Provenance Information").
 */
final class CommitLog {
  private static final Pattern ENTRY = Pattern.compile("(\\d{20})\\.json");
  private static final JsonMapper JSON = new JsonMapper();

  private CommitLog() {}

  /** The newest commits up to a version, newest first; empty if there is no table. */
  static List<Commit> newest(Path table, Configuration hadoop, long until, int most) {
    try {
      LogEntries log = LogEntries.of(table, hadoop);
      OptionalLong missing = log.missing();
      if (missing.isPresent()) {
        throw LogRepair.fault(table, missing.getAsLong());
      }
      FileSystem files = table.getFileSystem(hadoop);
      List<Commit> commits = new ArrayList<>();
      for (Path entry : log.byVersion().headMap(until, true).descendingMap().values()) {
        if (commits.size() == most) {
          break;
        }
        commits.add(read(files, entry));
      }
      return commits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One commit; empty if it is not there. */
  static Optional<Commit> at(Path table, Configuration hadoop, long version) {
    try {
      Path entry = new Path(table, "_delta_log/%020d.json".formatted(version));
      return Optional.of(read(table.getFileSystem(hadoop), entry));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of a version's data files, by file {@code _delta_log/<version, 20 digits>.crc} (Delta
   * transaction log protocol, "Version Checksum File"); empty if the version has none.
   */
  static OptionalLong bytes(Path table, Configuration hadoop, long version) {
    Path checksum = new Path(table, "_delta_log/%020d.crc".formatted(version));
    try (InputStream content = table.getFileSystem(hadoop).open(checksum)) {
      JsonNode bytes = JSON.readTree(content).path("tableSizeBytes");
      return bytes.isNumber() ? OptionalLong.of(bytes.asLong()) : OptionalLong.empty();
    } catch (FileNotFoundException | JsonProcessingException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Commit read(FileSystem files, Path entry) throws IOException {
    Matcher name = ENTRY.matcher(entry.getName());
    if (!name.matches()) {
      throw new IllegalArgumentException(entry.toString());
    }
    long version = Long.parseLong(name.group(1));
    boolean any = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(entry), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode action = JSON.readTree(line);
        JsonNode info = action.get("commitInfo");
        any |= action.isObject();
        if (info != null) {
          return commit(version, info);
        }
      }
    } catch (JsonProcessingException e) {
      throw LogRepair.fault(entry.getParent().getParent(), version);
    }
    if (!any) { // as a loss of power may leave it
      throw LogRepair.fault(entry.getParent().getParent(), version);
    }
    return new Commit(version, Instant.EPOCH, "", null, Map.of(), null);
  }

  private static Commit commit(long version, JsonNode info) {
    Map<String, String> metrics = new HashMap<>();
    info.path("operationMetrics")
        .properties()
        .forEach(e -> metrics.put(e.getKey(), e.getValue().asText()));
    @Nullable JsonNode provenance = info.get("userMetadata");
    return new Commit(
        version,
        Instant.ofEpochMilli(info.path("timestamp").asLong()),
        info.path("operation").asText(),
        provenance == null ? null : Provenance.parse(provenance.asText()),
        metrics,
        restores(info));
  }

  private static @Nullable Long restores(JsonNode info) {
    JsonNode version = info.path("operationParameters").path("version");
    boolean restore = info.path("operation").asText().equals("RESTORE");
    return restore && !version.isNull() ? version.asLong() : null;
  }
}
