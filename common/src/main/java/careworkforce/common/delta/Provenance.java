package careworkforce.common.delta;

import careworkforce.common.time.Month;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a table came about; stands in the Delta commit's {@code userMetadata}.
 *
 * @param run id of the run that wrote it
 * @param code fingerprint of the job's and the contract's code
 * @param settings the declared settings' values
 * @param inputs full name of each table read, with its Delta version
 * @param synthetic true if the rows come from a synthetic world
 * @param months the months whose change this version brings, such as {@code 2019-03}: rows that
 *     depend on no month of them are those of the version before; null if nothing is known of that
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Provenance(
    String run,
    String code,
    Map<String, String> settings,
    Map<String, Long> inputs,
    boolean synthetic,
    @Nullable List<String> months) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Of a version of which nothing says what it changed. */
  public Provenance(
      String run,
      String code,
      Map<String, String> settings,
      Map<String, Long> inputs,
      boolean synthetic) {
    this(run, code, settings, inputs, synthetic, null);
  }

  /** The same of a version that brings the change of these months alone. */
  public Provenance changing(Collection<Month> changed) {
    List<String> told = changed.stream().sorted().map(Month::toString).toList();
    return new Provenance(run, code, settings, inputs, synthetic, told);
  }

  /** The same of a version of which nothing says what it changed. */
  public Provenance changingAnything() {
    return new Provenance(run, code, settings, inputs, synthetic);
  }

  /** Of rows that no planned job made, such as a test's. */
  public static Provenance none() {
    return new Provenance("", "", Map.of(), Map.of(), false);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static @Nullable Provenance parse(String json) {
    try {
      return JSON.readValue(json, Provenance.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
