package careworkforce.common.observe;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.job.Manifest;
import careworkforce.common.table.Check;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void shouldGiveOneSampleATableAndOneASeverity() {
    Manifest.Entry homes =
        new Manifest.Entry(
            "silver.homes",
            "ran",
            List.of("new"),
            Map.of(),
            7,
            1_200,
            2.5,
            List.of(),
            List.of(),
            List.of());
    Manifest run =
        new Manifest("r1", "1970-01-01T00:01:00Z", 61, false, List.of(homes))
            .judged(
                List.of(
                    new Manifest.Gate("silver.homes", "DRIFT", Check.Severity.WARN, "it moved")),
                61.25);
    String text = Metrics.of(true, Instant.parse(run.started()), run.seconds(), Optional.of(run));
    assertThat(text.lines())
        .contains(
            "# TYPE careworkforce_run_seconds gauge",
            "careworkforce_run_seconds 61.250",
            "careworkforce_run_done 1",
            "careworkforce_run_started_seconds 60",
            "careworkforce_table_rows{table=\"silver.homes\"} 1200",
            "careworkforce_table_seconds{table=\"silver.homes\"} 2.500",
            "careworkforce_table_version{table=\"silver.homes\"} 7",
            "careworkforce_findings{severity=\"FAIL\"} 0",
            "careworkforce_findings{severity=\"WARN\"} 1");
    assertThat(text).endsWith("\n").doesNotContain("\n\n");
  }
}
