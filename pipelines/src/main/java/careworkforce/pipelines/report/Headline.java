package careworkforce.pipelines.report;

import careworkforce.common.delta.Commit;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.Provenance;
import careworkforce.pipelines.gold.socialcare.SocialcareOutcomeEffects;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The study's result in a few numbers: A&amp;E arrivals a resident-month for ten percentage points
 * more turnover.
 *
 * @param synthetic true if the rows it was estimated from are synthetic, so that it is no finding
 * @param ciLow lower end of the 95% interval; null where there is none
 * @param ciHigh upper end; likewise
 * @param truth the planted value; null where the data are real
 * @param inputs full name and version of each table the estimate was made from
 */
public record Headline(
    boolean synthetic,
    double estimate,
    @JsonProperty("std_error") double stdError,
    @JsonProperty("ci_low") @Nullable Double ciLow,
    @JsonProperty("ci_high") @Nullable Double ciHigh,
    @Nullable Double truth,
    @JsonProperty("ols_estimate") double olsEstimate,
    @JsonProperty("n_obs") long observations,
    @JsonProperty("n_clusters") long clusters,
    @JsonProperty("first_stage_f") double firstStageF,
    Map<String, Long> inputs) {

  /** Reads the estimates that stand in a lake. */
  public static Headline of(Lake lake, Planted planted) {
    Effects effects = Effects.in(lake);
    Effect iv = effects.by("iv");
    List<Commit> commits = lake.history(SocialcareOutcomeEffects.TABLE, 1);
    Provenance provenance = commits.isEmpty() ? null : commits.get(0).provenance();
    return new Headline(
        provenance != null && provenance.synthetic(),
        iv.found().estimate(),
        iv.found().stdError(),
        finite(iv.found().low()),
        finite(iv.found().high()),
        planted.value(Planted.EFFECT),
        effects.by("ols").found().estimate(),
        iv.found().observations(),
        iv.found().clusters(),
        iv.firstStageF(),
        provenance == null ? Map.of() : new TreeMap<>(provenance.inputs()));
  }

  private static @Nullable Double finite(double end) {
    return Double.isFinite(end) ? end : null;
  }

  /** The interval in words. */
  public String interval() {
    return ciLow == null && ciHigh == null
        ? "no 95% interval: areas are too few, or the instrument too weak"
        : "95% interval " + signed(ciLow) + " to " + signed(ciHigh);
  }

  private static String signed(@Nullable Double end) {
    return end == null ? "unbounded" : String.format(Locale.ROOT, "%+.5f", end);
  }

  /** A JSON object, keys in snake case. */
  public String json() {
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
