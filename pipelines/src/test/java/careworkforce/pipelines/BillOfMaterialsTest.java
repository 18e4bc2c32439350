package careworkforce.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The bill of materials that {@code mvn test -Psbom} has just written. */
@Tag("sbom")
class BillOfMaterialsTest {
  private static final Path MADE = Path.of("target");

  @Test
  void shouldNameTheVeryJarsThatTheProductRunsOn() throws IOException {
    List<String> jars =
        components().stream()
            .map(c -> c.path("name").asText() + "-" + c.path("version").asText() + ".jar")
            .toList();
    assertThat(jars)
        .contains(
            jarOf(SparkSession.class),
            jarOf(DeltaTable.class),
            jarOf(ParquetFileReader.class),
            jarOf(Config.class),
            jarOf(CommandLine.class));
  }

  @Test
  void shouldLetEachLibraryBeFoundAndProved() throws IOException {
    assertThat(components())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.path("purl").asText()).startsWith("pkg:maven/"))
        .filteredOn(c -> !c.path("group").asText().equals("careworkforce"))
        .allSatisfy(c -> assertThat(c.path("hashes")).isNotEmpty());
  }

  @Test
  void shouldLeaveOutWhatOnlyTestsUse() throws IOException {
    assertThat(components())
        .extracting(c -> c.path("group").asText())
        .doesNotContain("org.junit.jupiter", "org.assertj");
  }

  @Test
  void shouldTellTheLicenceOfEachLibrary() throws IOException {
    List<String> lines =
        Files.readAllLines(MADE.resolve("generated-sources/license/THIRD-PARTY.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("Lists of"))
            .toList();
    assertThat(lines)
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.strip().startsWith("("))
        .noneMatch(line -> line.contains("Unknown license"));
  }

  @Test
  void shouldOnlyReadTheLicencesThatWereLookedUp() {
    assertThat(Path.of(System.getProperty("careworkforce.home"), "conf/licences.properties"))
        .content()
        .startsWith("# Licences of libraries whose own poms do not tell them");
  }

  private static List<JsonNode> components() throws IOException {
    JsonNode bom = new ObjectMapper().readTree(MADE.resolve("bom.json").toFile());
    assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    return StreamSupport.stream(bom.path("components").spliterator(), false).toList();
  }

  private static String jarOf(Class<?> known) {
    return Path.of(known.getProtectionDomain().getCodeSource().getLocation().getPath())
        .getFileName()
        .toString();
  }
}
