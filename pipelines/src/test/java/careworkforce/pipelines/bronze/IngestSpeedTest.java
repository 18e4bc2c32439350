package careworkforce.pipelines.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Ingestion;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Deliveries;
import careworkforce.common.job.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes in a whole landing folder, named by the environment, and tells how long each source took.
 */
@Tag("bench")
class IngestSpeedTest {
  @TempDir Path lakeFolder;

  @Test
  void shouldTakeInAWholeLandingFolder() {
    String landing = System.getenv("CAREWORKFORCE_LANDING");
    Assumptions.assumeTrue(
        landing != null && Files.isDirectory(Path.of(landing)),
        "CAREWORKFORCE_LANDING names no landing folder");
    Lake lake = new Lake(Sparks.session(), lakeFolder.resolve("lake").toString());
    Path key = Path.of(landing).resolveSibling("pseudonyms.key");
    Ingestion ingestion =
        new Ingestion(
            lake,
            Settings.load(
                List.of(),
                Map.of(
                    "sources.path", "\"" + landing + "\"",
                    "pseudonyms.key-file", "\"" + key + "\"")));
    long all = System.nanoTime();
    for (Job job : Catalogue.declared().jobs()) {
      String only = System.getenv("CAREWORKFORCE_TABLE");
      if (job instanceof Ingest ingest
          && (only == null || job.writes().fullName().matches(only))
          && Files.isDirectory(Path.of(landing).resolve(ingest.folder()))) {
        long start = System.nanoTime();
        Deliveries.Taken taken = ingestion.take(job, "bench");
        long rows = taken.files().stream().mapToLong(Deliveries.FileCount::delivered).sum();
        System.out.printf(
            "%-28s %4d files %8d rows %8d accepted %6.1f s %s%n",
            job.writes(),
            taken.files().size(),
            rows,
            taken.accepted(),
            (System.nanoTime() - start) / 1e9,
            taken.messages().stream().limit(3).toList());
        assertThat(ingestion.look(job).reasons()).isEmpty();
      }
    }
    System.out.printf("all %.1f s%n", (System.nanoTime() - all) / 1e9);
  }
}
