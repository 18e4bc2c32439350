package careworkforce.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.delta.Lake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIdTest {
  @TempDir Path folder;
  private Manifests manifests;

  @BeforeEach
  void open() {
    manifests = new Manifests(new Lake(Sparks.session(), folder.toString()));
  }

  private String run(String moment) {
    Instant now = Instant.parse(moment);
    String id = RunId.next(manifests, now);
    manifests.write(new Manifest(id, now.toString(), 1, true, List.of()));
    return id;
  }

  @Test
  void shouldNameARunByTheMomentItBegins() {
    assertThat(run("2024-02-29T23:59:59.999Z")).isEqualTo("20240229-235959-999");
    assertThat(run("2024-03-01T00:00:00Z")).isEqualTo("20240301-000000-000");
  }

  @Test
  void shouldKeepTheOrderOfRunsWhereTheClockGoesBackOrStandsStill() {
    assertThat(run("2021-10-31T01:30:00Z")).isEqualTo("20211031-013000-000");
    assertThat(run("2021-10-31T00:30:00Z")).isEqualTo("20211031-013000-001");
    assertThat(run("2021-10-31T00:30:00Z")).isEqualTo("20211031-013000-002");
    assertThat(manifests.newest(1).get(0).started()).isEqualTo("2021-10-31T00:30:00Z");
    assertThat(run("2021-10-31T01:31:00Z")).isEqualTo("20211031-013100-000");
  }

  @Test
  void shouldNotFollowAClockThatWasYearsAhead() {
    run("2036-01-01T00:00:00Z");
    assertThat(run("2021-03-28T01:00:00Z")).isEqualTo("20210328-010000-000");
  }
}
