package careworkforce.common.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  @Test
  void shouldHaveSparkMakeNoFolderForACatalogueOfItsOwn() {
    assertThat(Path.of(Sessions.keys(Settings.defaults()).get("spark.sql.warehouse.dir")))
        .isDirectory();
  }

  @Test
  void shouldServeSparksMetricsWhereAPortIsSetAndElseNot() {
    assertThat(Sessions.keys(Settings.defaults()))
        .containsEntry("spark.ui.enabled", "false")
        .doesNotContainKey("spark.ui.prometheus.enabled");
    assertThat(Sessions.keys(Settings.load(List.of(), Map.of("observe.metrics-port", "4040"))))
        .containsEntry("spark.ui.enabled", "true")
        .containsEntry("spark.ui.port", "4040")
        .containsEntry("spark.ui.prometheus.enabled", "true")
        .containsEntry(
            "spark.metrics.conf.*.sink.prometheusServlet.class",
            "org.apache.spark.metrics.sink.PrometheusServlet");
  }

  @Test
  void shouldBeOpenToNoOtherMachineWhereNoneTakesPart() {
    assertThat(Sessions.keys(Settings.defaults()))
        .containsEntry("spark.driver.host", "127.0.0.1")
        .containsEntry("spark.driver.bindAddress", "127.0.0.1");
    assertThat(Sessions.keys(withMaster("spark://elsewhere:7077")))
        .doesNotContainKeys("spark.driver.host", "spark.driver.bindAddress");
    assertThat(
            Sessions.keys(
                Settings.load(List.of(), Map.of("spark.driver.bindAddress", "192.0.2.1"))))
        .containsEntry("spark.driver.bindAddress", "192.0.2.1");
  }

  @Test
  void shouldReadTextsOfSqlAsTheyStandWhateverTheSettingsSay() {
    String substitutes = "spark.sql.variable.substitute";
    assertThat(Sessions.keys(Settings.defaults())).containsEntry(substitutes, "false");
    assertThat(Sessions.keys(Settings.load(List.of(), Map.of(substitutes, "true"))))
        .containsEntry(substitutes, "false");
  }

  @Test
  void shouldHaveExecutorsOfThisMachineLogByTheLayoutOfThisProcess(@TempDir Path folder)
      throws IOException {
    ClusterAccess.grant(folder, "spark://127.0.0.1:7077", "127.0.0.1");
    String options = "spark.executor.extraJavaOptions";
    Map<String, String> set = new HashMap<>();
    set.put("spark.master", "\"spark://127.0.0.1:7077\"");
    assertThat(Sessions.keys(Settings.load(List.of(), set)).get(options))
        .as("of a cluster elsewhere, which may not have the file")
        .doesNotContain("log4j2");
    set.put("cluster.folder", '"' + folder.toString() + '"');
    assertThat(Sessions.keys(Settings.load(List.of(), set)).get(options))
        .contains("-Xss4m", "conf/log4j2/test.properties\"");
    set.put(options, "\"-Dlog4j2.configurationFile=/own\"");
    assertThat(Sessions.keys(Settings.load(List.of(), set)))
        .containsEntry(options, "-Dlog4j2.configurationFile=/own");
  }

  private static Settings withMaster(String master) {
    return Settings.load(List.of(), Map.of("spark.master", '"' + master + '"'));
  }
}
