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
  private static Manifest.Entry homes(String status, long version, long rows, double seconds) {
    return new Manifest.Entry(
        "silver.homes",
        status,
        List.of(),
        Map.of(),
        version,
        rows,
        seconds,
        List.of(),
        List.of(),
        List.of());
  }

  /** The samples of tables after a night with one job. */
  private static List<String> tables(Manifest.Entry job) {
    Manifest run = new Manifest("r1", "1970-01-01T00:01:00Z", 61, false, List.of(job));
    return Metrics.of(true, Instant.EPOCH, 61, Optional.of(run))
        .lines()
        .filter(line -> line.startsWith("careworkforce_table_"))
        .toList();
  }

  @Test
  void shouldGiveNoSampleOfWhatIsNotKnown() {
    assertThat(tables(homes("current", 7, -1, 0)))
        .containsExactly("careworkforce_table_version{table=\"silver.homes\"} 7");
    assertThat(tables(homes("failed", -1, 3, 2.5))).isEmpty();
  }

  @Test
  void shouldGiveOneSampleATableAndOneASeverity() {
    Manifest.Entry homes = homes("ran", 7, 1_200, 2.5);
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
