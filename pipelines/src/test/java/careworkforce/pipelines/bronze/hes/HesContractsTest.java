package careworkforce.pipelines.bronze.hes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Scans;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ecds.Ecds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HesContractsTest {
  private static final Path SHARED =
      Path.of(
          System.getenv()
              .getOrDefault(
                  "CAREWORKFORCE_SHARED",
                  System.getProperty("careworkforce.home", "..") + "/../shared"));

  @Test
  void shouldHaveEveryColumnOfEachFile() {
    assertThat(HesAe.TABLE.headers()).hasSize(165).doesNotHaveDuplicates();
    assertThat(HesApc.TABLE.headers()).hasSize(193).doesNotHaveDuplicates();
    assertThat(Ecds.TABLE.headers()).hasSize(340).doesNotHaveDuplicates();
    assertThat(HesAe.TABLE.fields()).hasSize(165 + 4);
  }

  @Test
  void shouldHaveTheHeadersOfTheArtificialFiles() throws IOException {
    assertHeaders(HesAe.TABLE, "artificial_hes_ae_0708_truncated.csv");
    assertHeaders(HesApc.TABLE, "artificial_hes_apc_0102_truncated.csv");
  }

  @Test
  void shouldHaveTheColumnsOfThePublishedEmergencyCareSchemaByName() throws IOException {
    Path path = SHARED.resolve("reference/hes/tos_ecds.json");
    assumeThat(path).as("the reference files are not there").exists();
    JsonNode columns =
        new ObjectMapper().readTree(path.toFile()).at("/tables/0/tableSchema/columns");
    assertThat(columns).hasSize(340);
    assertThat(columns).map(c -> c.get("name").asText()).hasSameElementsAs(Ecds.TABLE.headers());
  }

  private static void assertHeaders(WideTable table, String file) throws IOException {
    Path path = SHARED.resolve("reference/hes/" + file);
    assumeThat(path).as("the reference files are not there").exists();
    try (var lines = Files.lines(path, StandardCharsets.UTF_8)) {
      assertThat(table.headers()).isEqualTo(List.of(lines.findFirst().orElseThrow().split(",")));
    }
  }

  /** Seven and 72 columns more than in the artificial files, and a key that is not in capitals. */
  @Test
  void shouldReadTheHeadersOfThePublishedSchemas() throws IOException {
    assertThat(toldOfPublished(new HesAeIngest(), "HES_AE_201904.csv", "tos_ae.json"))
        .singleElement()
        .asString()
        .contains(" null null null ", " TOKEN_PERSON_ID ");
    assertThat(toldOfPublished(new HesApcIngest(), "HES_APC_201904.csv", "tos_apc.json"))
        .singleElement()
        .asString()
        .contains(" null null null ", " TOKEN_PERSON_ID ");
  }

  /** A row of empty cells below the header of a published schema, cut as that says. */
  private static List<String> toldOfPublished(Ingest ingest, String file, String schema)
      throws IOException {
    Path path = SHARED.resolve("reference/hes/" + schema);
    assumeThat(path).as("the reference files are not there").exists();
    JsonNode published = new ObjectMapper().readTree(path.toFile());
    List<String> names = new ArrayList<>();
    published
        .at("/tables/0/tableSchema/columns")
        .forEach(column -> names.add(column.get("name").asText()));
    String cut = published.at("/dialect/delimiter").asText();
    String row = names.stream().map(name -> "").collect(Collectors.joining(cut));
    return Scans.told(ingest, file, String.join(cut, names) + "\n" + row + "\n");
  }

  @Test
  void shouldTellThePeriodOfAnArtificialFileByItsFinancialYear() {
    assertThat(HesAeIngest.ARTIFICIAL.period("artificial_hes_ae_0708_truncated.csv"))
        .contains(Month.of(2007, 4));
  }
}
