package careworkforce.common.refresh;

import careworkforce.common.delta.Lake;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * How the last refresh went, for whoever watches: {@code status.json} below the lake's root.
 *
 * @param run the run's id
 * @param state {@code running}, {@code done}, {@code nothing new}, {@code incomplete}, {@code taken
 *     back}, {@code failed} (an error ended it; what stood before stands), {@code stopped} (by a
 *     signal; the next run completes it)
 * @param started when, ISO
 * @param seconds how long it took; 0 while it runs
 * @param lastGood the last run that ended as {@code done}; empty if none did
 * @param message what a person should know
 */
public record Status(
    String run, String state, String started, double seconds, String lastGood, String message) {
  private static final String FILE = "status.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The status of a lake; empty if it was never refreshed, or the file cannot be read. */
  public static Optional<Status> of(Lake lake) {
    return lake.note(FILE).read().flatMap(Status::parse);
  }

  private static Optional<Status> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, Status.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  void write(Lake lake) {
    try {
      lake.note(FILE).write(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
