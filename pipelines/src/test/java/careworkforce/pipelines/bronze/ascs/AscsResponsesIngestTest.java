package careworkforce.pipelines.bronze.ascs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.ingest.Scans;
import careworkforce.common.table.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AscsResponsesIngestTest {
  private static final Path FIXTURE =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "CAREWORKFORCE_SHARED",
                      System.getProperty("careworkforce.home", "..") + "/../shared"))
          .resolve("reference/ascs/cleaned_data_expected_test.csv");
  private static final String HEADER =
      "LaCode,SerialNo,Response,Questionnaire,q1,q3a,Stratum,PopInStratum\n";

  @Test
  void shouldRejectTextInANumberColumnAndABrokenNumber() {
    assertThat(
            Scans.told(
                    new AscsResponsesIngest(),
                    "ASCS_2021.csv",
                    HEADER
                        + "717,4,1,1,7,there,2,100\n717,2,1,1,3.5,1,2,100\n717,1,1,1,-9,1,2,100\n")
                .stream()
                .map(row -> row.startsWith("4: 717 1 1 ") ? "4 taken" : row))
        .containsExactly("2: BAD_NUMBER q3a", "3: BAD_NUMBER q1", "4 taken");
  }

  @Test
  void shouldTakeTheColumnsOfTheReferenceReturn() throws IOException {
    assumeThat(FIXTURE).as("the reference files are not there").exists();
    String content = Files.readString(FIXTURE, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<String> headers = AscsResponses.TABLE.headers();
    assertThat(headers.subList(0, headers.size() - 1))
        .isEqualTo(
            Arrays.asList(content.lines().findFirst().orElseThrow().split(",")).subList(0, 96));
  }

  @Test
  void shouldReadReferenceRespondentsAndLeaveWhatIsDerived() throws IOException {
    assumeThat(FIXTURE).as("the reference files are not there").exists();
    List<String[]> rows =
        Files.readString(FIXTURE, StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .lines()
            .map(line -> line.split(",", -1))
            .toList();
    List<String> headers = Arrays.asList(rows.get(0));
    List<String> some =
        List.of(
            "LaCode", "SerialNo", "Response", "Questionnaire", "q1", "q3a", "Stratum", "q1Comb");
    StringBuilder content = new StringBuilder();
    for (String[] row : rows) {
      List<String> cells = some.stream().map(name -> row[headers.indexOf(name)]).toList();
      content.append(String.join(",", cells)).append("\n");
    }
    assertThat(Scans.told(new AscsResponsesIngest(), "ASCS_2021.csv", content.toString()))
        .hasSize(12)
        .noneMatch(row -> row.contains(" BAD_") || row.contains(" UNKNOWN_"));
  }

  @Test
  void shouldMakeTheSurveysOwnChecksOfARow() {
    assertThat(AscsResponses.TABLE.checks())
        .extracting(Check::code)
        .contains(
            "Q3A_INVALID",
            "EASY_READ_INVALID",
            "NO_RESPONSE_BUT_ANSWERED",
            "NO_RESPONSE_BUT_ADVOCATE");
  }
}
