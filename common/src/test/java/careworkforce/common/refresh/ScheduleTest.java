package careworkforce.common.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.conf.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code conf/schedule}, and the settings of a night. */
class ScheduleTest {
  private static final Path HOME = Path.of(System.getProperty("careworkforce.home", ".."));
  private static final Path SCHEDULE = HOME.resolve("conf/schedule");
  private static final String ANALYZE = "/usr/bin/systemd-analyze";
  @TempDir Path folder;

  @Test
  void shouldPassSystemdsOwnVerification() throws Exception {
    assumeThat(Path.of(ANALYZE)).exists();
    for (String unit : List.of("careworkforce-refresh.service", "careworkforce-refresh.timer")) {
      String text = Files.readString(SCHEDULE.resolve(unit));
      Files.writeString(
          folder.resolve(unit), text.replace("/opt/careworkforce/bin/careworkforce", "/bin/true"));
    }
    Path said = folder.resolve("said");
    Process verify =
        new ProcessBuilder(
                ANALYZE, "verify", folder.resolve("careworkforce-refresh.timer").toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(verify.waitFor()).as(Files.readString(said)).isZero();
    assertThat(Files.readString(said)).doesNotContain("careworkforce-refresh");
  }

  @Test
  void shouldNameOneCommandEverywhere() throws IOException {
    String words = "refresh --conf /etc/careworkforce/nightly.conf";
    assertThat(Files.readString(SCHEDULE.resolve("careworkforce-refresh.service"))).contains(words);
    assertThat(Files.readString(SCHEDULE.resolve("careworkforce.cron"))).contains(words);
    assertThat(Files.readString(SCHEDULE.resolve("kubernetes-cronjob.yaml")))
        .contains("\"refresh\", \"--conf\", \"/etc/careworkforce/nightly.conf\"")
        .contains("concurrencyPolicy: Forbid");
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes-cronjob.yaml, CronJob",
    "spark-application.yaml, SparkApplication",
    "scheduled-spark-application.yaml, ScheduledSparkApplication"
  })
  void shouldBeAManifestOfItsKind(String file, String kind) throws IOException {
    JsonNode manifest = yaml(file);
    assertThat(manifest.path("kind").asText()).isEqualTo(kind);
    assertThat(manifest.path("metadata").path("name").asText()).startsWith("careworkforce-");
    assertThat(manifest.findValues("restartPolicy")).hasSize(1);
  }

  @Test
  void shouldScheduleTheApplicationThatCanBeRunByHand() throws IOException {
    JsonNode scheduled = yaml("scheduled-spark-application.yaml").path("spec");
    assertThat(scheduled.path("template")).isEqualTo(yaml("spark-application.yaml").path("spec"));
    assertThat(scheduled.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(scheduled.path("template").path("mainClass").asText())
        .isEqualTo("careworkforce.pipelines.Application");
  }

  @Test
  void shouldLogAsJsonWhateverStartsTheNight() throws IOException {
    String layout = "/opt/careworkforce/conf/log4j2/night.properties";
    assertThat(HOME.resolve("conf/log4j2/night.properties")).exists();
    assertThat(List.of("careworkforce-refresh.service", "careworkforce.cron"))
        .allSatisfy(
            file ->
                assertThat(Files.readString(SCHEDULE.resolve(file)))
                    .contains("CAREWORKFORCE_LOG=" + layout));
    JsonNode pod = yaml("kubernetes-cronjob.yaml").findValue("env").get(0);
    assertThat(pod.path("name").asText()).isEqualTo("CAREWORKFORCE_LOG");
    assertThat(pod.path("value").asText()).isEqualTo(layout);
    JsonNode operator = yaml("spark-application.yaml").path("spec").path("sparkConf");
    assertThat(List.of("driver", "executor"))
        .allSatisfy(
            process ->
                assertThat(operator.path("spark." + process + ".extraJavaOptions").asText())
                    .startsWith(Settings.defaults().spark().get("spark.executor.extraJavaOptions"))
                    .endsWith(" -Dlog4j2.configurationFile=" + layout));
  }

  @Test
  void shouldReadTheSettingsOfACluster() {
    assertThat(Settings.load(List.of(HOME.resolve("conf/cluster.conf").toFile()), Map.of()).spark())
        .containsEntry("spark.delta.logStore.s3a.impl", "io.delta.storage.S3SingleDriverLogStore")
        .containsEntry("spark.delta.logStore.abfs.impl", "io.delta.storage.AzureLogStore");
  }

  private static JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(SCHEDULE.resolve(file).toFile());
  }

  @Test
  void shouldReadTheSettingsOfANight() {
    assertThat(
            Settings.load(List.of(HOME.resolve("conf/nightly.conf").toFile()), Map.of()).origins())
        .extracting(Settings.Origin::key)
        .contains("gates.references.pairs", "observe.log");
  }
}
