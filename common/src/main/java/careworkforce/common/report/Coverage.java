package careworkforce.common.report;

import careworkforce.common.table.Serves;
import careworkforce.common.table.Table;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How far a requirement is met, computed from what the contracts declare.
 *
 * @param requirement its id
 * @param status {@code served} by a table; {@code limit}: by a stated limit only; {@code missing}:
 *     not yet
 * @param servedBy full names of the tables that serve it
 * @param limitedBy full names of the tables that state a limit of it
 * @param note what the tables say, and what people do
 */
public record Coverage(
    String requirement,
    Status status,
    @JsonProperty("served_by") List<String> servedBy,
    @JsonProperty("limited_by") List<String> limitedBy,
    String note) {

  /** How far. */
  public enum Status {
    @JsonProperty("served")
    SERVED,
    @JsonProperty("limit")
    LIMIT,
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
    Set<String> servedBy = new LinkedHashSet<>();
    Set<String> limitedBy = new LinkedHashSet<>();
    List<String> notes = new ArrayList<>();
    for (Table table : tables) {
      for (Serves serves : table.serves()) {
        if (serves.requirement().equals(requirement.id())) {
          (serves.limit() ? limitedBy : servedBy).add(table.fullName());
          notes.add((serves.limit() ? "Limit: " : "") + serves.note());
        }
      }
    }
    if (!requirement.people().isEmpty()) {
      notes.add(requirement.people());
    }
    Status status =
        !servedBy.isEmpty() ? Status.SERVED : limitedBy.isEmpty() ? Status.MISSING : Status.LIMIT;
    return new Coverage(
        requirement.id(),
        status,
        List.copyOf(servedBy),
        List.copyOf(limitedBy),
        String.join(" · ", notes));
  }

  /** A JSON list of objects {@code requirement, status, served_by, limited_by, note}. */
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
