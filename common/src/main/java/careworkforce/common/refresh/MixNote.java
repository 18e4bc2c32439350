package careworkforce.common.refresh;

import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.table.Table;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The {@link CodeMix} of a table's newest version, written down beside the tables, so that the next
 * night compares with it without reading that version.
 *
 * @param version the version
 * @param run the run that made it; versions of a table taken away count from nothing again
 * @param codes every column and code, in the order in which they are counted
 * @param files the files of each period
 * @param counted rows, and rows of each code, in those periods that were counted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MixNote(
    long version,
    String run,
    List<String> codes,
    Map<String, Set<String>> files,
    Map<String, List<Long>> counted) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What was written down of a version, if that is what was written last. */
  static Optional<CodeMix> of(Lake lake, Table table, long version) {
    return file(lake, table)
        .read()
        .flatMap(MixNote::parse)
        .filter(note -> note.version == version)
        .filter(note -> note.codes.equals(codes(table)))
        .filter(note -> note.run.equals(run(lake, table, version)))
        .map(
            note ->
                CodeMix.known(table, note.files, note.counted, () -> lake.read(table, version)));
  }

  /** Writes down what was counted of a version, and of an earlier one in the same files. */
  static void write(Lake lake, Table table, long version, CodeMix stands, CodeMix stood) {
    if (!stands.fields().equals(CodeMix.coded(table))) {
      return; // a column is missing
    }
    Map<String, List<Long>> counted = new TreeMap<>(stands.counted());
    if (stood.fields().equals(stands.fields())) {
      stood
          .counted()
          .forEach(
              (period, rows) -> {
                if (Objects.equals(stood.files().get(period), stands.files().get(period))) {
                  counted.putIfAbsent(period, rows);
                }
              });
    }
    MixNote note =
        new MixNote(version, run(lake, table, version), codes(table), stands.files(), counted);
    try {
      file(lake, table).write(JSON.writeValueAsString(note));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<MixNote> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, MixNote.class));
    } catch (JsonProcessingException ofAnotherKind) {
      return Optional.empty();
    }
  }

  private static SmallFile file(Lake lake, Table table) {
    return lake.note("drift/" + table.fullName());
  }

  private static String run(Lake lake, Table table, long version) {
    return lake.commit(table, version).map(Commit::provenance).map(Provenance::run).orElse("");
  }

  private static List<String> codes(Table table) {
    return CodeMix.coded(table).stream()
        .flatMap(f -> CodeMix.codes(f).stream().map(code -> f.name() + "=" + code))
        .toList();
  }
}
