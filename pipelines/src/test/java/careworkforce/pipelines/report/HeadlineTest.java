package careworkforce.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  @Test
  void shouldWriteItsNumbersInSnakeCase() throws Exception {
    Headline headline =
        new Headline(
            true,
            0.0031,
            0.0006,
            0.0019,
            0.0043,
            0.00328,
            0.0004,
            17_000,
            90,
            41.2,
            Map.of("silver.home_months", 3L));
    JsonNode json = new ObjectMapper().readTree(headline.json());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "synthetic",
            "estimate",
            "std_error",
            "ci_low",
            "ci_high",
            "truth",
            "ols_estimate",
            "n_obs",
            "n_clusters",
            "first_stage_f",
            "inputs");
    assertThat(json.get("inputs").get("silver.home_months").asLong()).isEqualTo(3);
    assertThat(json.get("synthetic").asBoolean()).isTrue();
    assertThat(json.get("ci_low").asDouble()).isEqualTo(0.0019);
    assertThat(headline.interval()).isEqualTo("95% interval +0.00190 to +0.00430");
  }
}
