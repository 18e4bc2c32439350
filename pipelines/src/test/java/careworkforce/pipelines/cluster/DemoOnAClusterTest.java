package careworkforce.pipelines.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.cluster.Cluster;
import careworkforce.common.cluster.ClusterSettings;
import careworkforce.common.cluster.MasterPage;
import careworkforce.common.cluster.Node;
import careworkforce.common.conf.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a master and two workers, of which one is killed while jobs run. */
@Tag("cluster")
class DemoOnAClusterTest {
  @TempDir Path folder;
  private Cluster cluster;
  private boolean killed;

  @AfterEach
  void stop() {
    cluster.stop();
  }

  @Test
  void shouldGiveTheNumbersOfLocalModeThoughAWorkerIsKilled() throws Exception {
    String place = "\"" + folder.resolve("cluster") + "\"";
    Settings settings = Settings.load(List.of(), Map.of("cluster.folder", place));
    cluster = new Cluster(ClusterSettings.of(settings), Demos.CLASS_PATH, Demos.OPTIONS);
    cluster.start();
    assertThat(cluster.page()).contains(new MasterPage(true, 2, 2, 0));
    String master = cluster.master().orElseThrow().url();

    Demos demos = new Demos(folder);
    demos.run("local", line -> {}, "--master", "local[2]");
    demos.run(
        "there",
        this::killAtTheFirstSilverTable,
        "--master",
        master,
        "--set",
        "cluster.folder=" + place);

    assertThat(killed).isTrue();
    assertThat(cluster.nodes()).extracting(Node::alive).containsExactly(true, false, true);
    demos.mustAgree("there", "local");
  }

  private void killAtTheFirstSilverTable(String line) {
    if (!killed && line.contains("silver.")) {
      killed = cluster.nodes().get(1).process().orElseThrow().destroyForcibly();
    }
  }
}
