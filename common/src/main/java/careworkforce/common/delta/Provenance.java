package careworkforce.common.delta;

import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a table came about; stands in the Delta commit's {@code userMetadata}.
 *
 * @param run id of the run that wrote it
 * @param code fingerprint of the job's and the contract's code
 * @param settings the declared settings' values
 * @param inputs full name of each table read, with its Delta version
 * @param runs full name of each table read, with the run that wrote the version read: a table that
 *     was moved aside and made again counts its versions from nothing, and has others under the
 *     same numbers; of those not told, as by older versions, none can be of a later run than this
 *     one
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
    Map<String, String> runs,
    boolean synthetic,
    @Nullable List<String> months) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Of whatever age. */
  public Provenance {
    runs = Objects.requireNonNullElse(runs, Map.of());
  }

  /** Of a version of which nothing says what it changed. */
  public Provenance(
      String run,
      String code,
      Map<String, String> settings,
      Map<String, Long> inputs,
      boolean synthetic) {
    this(run, code, settings, inputs, Map.of(), synthetic, null);
  }

  /** The same with the runs that wrote what was read. */
  public Provenance reading(Map<String, String> ofRuns) {
    return new Provenance(run, code, settings, inputs, ofRuns, synthetic, months);
  }

  /** True if a commit of a table is the version of it that was read. */
  public boolean read(Table input, Commit commit) {
    Long version = inputs.get(input.fullName());
    String by = runs.get(input.fullName());
    return version != null
        && version == commit.version()
        && (by == null ? commit.run().compareTo(run) <= 0 : by.equals(commit.run()));
  }

  /** The same of a version that brings the change of these months alone. */
  public Provenance changing(Collection<Month> changed) {
    List<String> told = changed.stream().sorted().map(Month::toString).toList();
    return new Provenance(run, code, settings, inputs, runs, synthetic, told);
  }

  /** The same of a version of which nothing says what it changed. */
  public Provenance changingAnything() {
    return new Provenance(run, code, settings, inputs, runs, synthetic, null);
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
