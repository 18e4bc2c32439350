package careworkforce.pipelines.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.cluster.Cluster;
import careworkforce.common.cluster.ClusterSettings;
import careworkforce.common.cluster.MasterPage;
import careworkforce.common.cluster.Node;
import careworkforce.common.conf.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a master and two workers, of which one is killed while jobs run. */
@Tag("cluster")
class DemoOnAClusterTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final List<String> OPTIONS =
      ManagementFactory.getRuntimeMXBean().getInputArguments();

  @TempDir Path folder;
  private Cluster cluster;

  @AfterEach
  void stop() {
    cluster.stop();
  }

  @Test
  void shouldGiveTheNumbersOfLocalModeThoughAWorkerIsKilled() throws Exception {
    String place = "\"" + folder.resolve("cluster") + "\"";
    Settings settings = Settings.load(List.of(), Map.of("cluster.folder", place));
    cluster = new Cluster(ClusterSettings.of(settings), CLASS_PATH, OPTIONS);
    cluster.start();
    assertThat(cluster.page()).contains(new MasterPage(true, 2, 2, 0));
    String master = cluster.master().orElseThrow().url();

    demo("local", false, "--master", "local[2]");
    demo("there", true, "--master", master, "--set", "cluster.folder=" + place);

    assertThat(cluster.nodes()).extracting(Node::alive).containsExactly(true, false, true);
    JsonNode local = headline("local");
    JsonNode there = headline("there");
    assertThat(there.size()).isPositive().isEqualTo(local.size());
    local
        .fields()
        .forEachRemaining(
            number -> {
              JsonNode other = there.get(number.getKey());
              if (number.getValue().isNumber()) {
                assertThat(other.asDouble())
                    .as(number.getKey())
                    .isCloseTo(number.getValue().asDouble(), Offset.offset(1e-9));
              } else {
                assertThat(other).isEqualTo(number.getValue());
              }
            });
  }

  private JsonNode headline(String name) throws IOException {
    return new JsonMapper().readTree(folder.resolve(name + "/headline.json").toFile());
  }

  /** Runs the demo in a process of its own; kills the first worker once a silver table stands. */
  private void demo(String name, boolean kill, String... more) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OPTIONS.stream().filter(o -> !o.startsWith("-javaagent")).forEach(words::add);
    words.addAll(List.of("-cp", CLASS_PATH, "careworkforce.pipelines.Application", "demo"));
    words.addAll(List.of("--to", folder.resolve(name).toString(), "--scale", "0.003"));
    words.addAll(List.of(more));
    Process demo =
        new ProcessBuilder(words)
            .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
            .redirectErrorStream(true)
            .start();
    StringBuilder told = new StringBuilder();
    boolean killed = !kill;
    try (BufferedReader out = demo.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told.append(line).append('\n');
        if (!killed && line.contains("silver.")) {
          killed = cluster.nodes().get(1).process().orElseThrow().destroyForcibly();
        }
      }
    }
    assertThat(demo.waitFor()).as(told.toString()).isZero();
    assertThat(killed).isTrue();
  }
}
