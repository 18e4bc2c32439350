package careworkforce.common.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.ProcessStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
  @TempDir Path folder;

  private void node(String name, ProcessHandle process, String born) throws IOException {
    new Node(name, process.pid(), born, "spark://127.0.0.1:2", "http://127.0.0.1:1").write(folder);
  }

  private Cluster cluster(int workers) {
    return new Cluster(
        new ClusterSettings(folder, "127.0.0.1", 0, 0, workers, 1, "1g"), "", List.of());
  }

  @Test
  void shouldNotTakeAProcessForAnotherWhenTheClockIsPutRight() {
    Daemon daemon =
        new Daemon("master", "spark://127.0.0.1:2", "http://127.0.0.1:1", "", List.of());
    Node here = Node.of(daemon, ProcessHandle.current());
    assertThat(here.born()).as("ticks since the machine started, no time of day").matches("\\d+");
    assertThat(here.alive()).isTrue();
  }

  @Test
  void shouldNotWaitForAWorkerOfAnEarlierStartThatWasNotAskedFor() throws IOException {
    ProcessHandle here = ProcessHandle.current();
    node("worker-1", here, ProcessStart.of(here));
    node("worker-2", here, "of another process");
    assertThat(cluster(1).ended()).isEmpty();
    assertThat(cluster(2).ended()).map(Node::name).hasValue("worker-2");
  }
}
