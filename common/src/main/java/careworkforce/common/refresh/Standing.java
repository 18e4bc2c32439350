package careworkforce.common.refresh;

import careworkforce.common.error.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that stood before a refresh began.
 *
 * @param takingBack true once it was decided that they are to stand again
 * @param versions full name of each table with its version; -1 where it was not there
 * @param runs full name of each table that was there with the run that wrote that version; null in
 *     a note of before it was told
 * @param passed tables whose promises had been tried and kept
 */
record Standing(
    boolean takingBack,
    Map<String, Long> versions,
    @Nullable Map<String, String> runs,
    Set<String> passed) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The same, to be taken back to. */
  Standing again() {
    return new Standing(true, versions, runs, passed);
  }

  /** A table's version; -1 where it was not there. */
  long version(String table) {
    return versions.getOrDefault(table, -1L);
  }

  /** The run that wrote a table's version; null where that is not told. */
  @Nullable String run(String table) {
    return runs == null ? null : runs.get(table);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the note of a refresh.
   *
   * @param where its path, for the error
   */
  static Standing parse(String json, String where) {
    try {
      return JSON.readValue(json, Standing.class);
    } catch (JsonProcessingException e) {
      throw UserError.input(
          "go on from a refresh that was cut off",
          "its note " + where + " is damaged (" + e.getOriginalMessage() + ")",
          "Remove that file: the tables then stand as that refresh left them, and the next one"
              + " judges them; see 'careworkforce history'");
    }
  }
}
