package careworkforce.pipelines.bronze.onsdeaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.ingest.Scans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsWeeklyDeathsIngestTest {
  private static final String NAME = "ons_weekly_mortality_2010_2019.csv";
  private static final Path PUBLISHED =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "CAREWORKFORCE_SHARED",
                      System.getProperty("careworkforce.home", "..") + "/../shared"))
          .resolve("reference/ons_deaths")
          .resolve(NAME);

  @Test
  void shouldReadAWeekAndRejectACountInWords() {
    assertThat(
            told(
                """
                "category_1","category_2","counts","date","week_no"
                "Total deaths","all ages",12968,2010-01-08,1
                "Total deaths","all ages",many,2010-01-15,2
                """))
        .containsExactly("2: Total deaths all ages 12968.0 14617 1", "3: BAD_NUMBER counts");
  }

  @Test
  void shouldReadEveryRowOfThePublishedFile() throws IOException {
    assumeThat(PUBLISHED).as("the reference files are not there").exists();
    List<String> told = told(Files.readString(PUBLISHED, StandardCharsets.UTF_8));
    assertThat(told).hasSize(18_803).noneMatch(row -> row.contains("BAD_"));
  }

  private static List<String> told(String content) {
    return Scans.told(new OnsWeeklyDeathsIngest(), NAME, content);
  }
}
