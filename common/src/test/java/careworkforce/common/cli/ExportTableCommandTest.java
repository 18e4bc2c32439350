package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTableCommandTest {
  @TempDir Path folder;

  private Terminal export(String format) {
    String lake = Terminal.lake(folder.resolve("lake"));
    return Terminal.type(
        "export-table",
        "silver.visits",
        "--format",
        format,
        "--to",
        folder + "/out",
        "--lake",
        lake);
  }

  @Test
  void shouldWriteOneCsvFileSortedByKey() {
    Terminal answer = export("csv");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("holds rows about persons");
    assertThat(folder.resolve("out/silver.visits.csv"))
        .hasContent("person_id,minutes,way\na,90,1\nb,,2\n");
  }

  @Test
  void shouldWriteOneParquetFileAndNothingBeside() throws IOException {
    export("parquet");
    Path file = folder.resolve("out/silver.visits.parquet");
    assertThat(Sparks.session().read().parquet(file.toString()).count()).isEqualTo(2);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void shouldRefuseAnotherFormat() {
    assertThat(export("xlsx").exit()).isEqualTo(2);
  }
}
