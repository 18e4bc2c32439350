package careworkforce.common.report;

import careworkforce.common.table.Serves;
import careworkforce.common.table.Table;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a requirement is met, computed from what the contracts declare.
 *
 * @param requirement its id
 * @param status {@code served} by a table; {@code limit}: by a stated limit only; {@code human}: no
 *     pipeline can; {@code missing}: not yet
 * @param servedBy full names of the tables that declare it
 * @param note what the tables say, and what people do
 */
public record Coverage(
    String requirement,
    Status status,
    @JsonProperty("served_by") List<String> servedBy,
    String note) {

  /** How far. */
  public enum Status {
    @JsonProperty("served")
    SERVED,
    @JsonProperty("limit")
    LIMIT,
    @JsonProperty("human")
    HUMAN,
    @JsonProperty("missing")
    MISSING;

    /** In lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One entry a requirement, in their order. */
  public static List<Coverage> of(List<Requirement> requirements, List<Table> tables) {
    return requirements.stream().map(r -> of(r, tables)).toList();
  }

  private static Coverage of(Requirement requirement, List<Table> tables) {
    List<String> by = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean served = false;
    for (Table table : tables) {
      for (Serves serves : table.serves()) {
        if (serves.requirement().equals(requirement.id())) {
          by.add(table.fullName());
          notes.add((serves.limit() ? "Limit: " : "") + serves.note());
          served |= !serves.limit();
        }
      }
    }
    if (!requirement.people().isEmpty()) {
      notes.add(requirement.people());
    }
    Status status =
        served
            ? Status.SERVED
            : !by.isEmpty() ? Status.LIMIT : requirement.human() ? Status.HUMAN : Status.MISSING;
    return new Coverage(
        requirement.id(), status, by.stream().distinct().toList(), String.join(" · ", notes));
  }

  /** A JSON list of objects {@code requirement, status, served_by, note}. */
  public static String json(List<Coverage> rows) {
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
