package careworkforce.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.ProcessStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCommandTest {
  @TempDir Path folder;

  private Terminal cluster(String action, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "cluster";
    words[1] = action;
    words[2] = "--set";
    words[3] = "cluster.folder=\"" + folder + "\"";
    System.arraycopy(more, 0, words, 4, more.length);
    return Terminal.type(words);
  }

  @Test
  void shouldStopTwiceWithoutComplaint() {
    assertThat(cluster("stop").out()).isEqualTo("No cluster ran.\n");
    assertThat(cluster("stop").exit()).isZero();
  }

  @Test
  void shouldSayHowToStartAClusterThatIsNotThere() {
    assertThat(cluster("status").out()).contains("No cluster runs", "cluster start");
  }

  @Test
  void shouldTellADeadProcessFromALivingOne() throws IOException {
    ProcessHandle here = ProcessHandle.current();
    node("master", here.pid(), "2001-01-01T00:00:00Z"); // the number is another process's by now
    node("worker-1", here.pid(), ProcessStart.of(here));
    assertThat(cluster("status").out())
        .containsPattern("master +dead .*http://127.0.0.1:1\n")
        .containsPattern("worker-1 +alive ")
        .contains("The master does not answer.")
        .doesNotContain("--master");
  }

  @Test
  void shouldForgetDeadProcessesWhenStopped() throws IOException {
    node("master", ProcessHandle.current().pid(), "2001-01-01T00:00:00Z");
    assertThat(cluster("stop").out()).isEqualTo("No cluster ran.\n");
    assertThat(folder.resolve("master.pid")).doesNotExist();
  }

  @Test
  void shouldNameAPortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = "cluster.master-port=" + taken.getLocalPort();
      Terminal answer = cluster("start", "--set", port);
      assertThat(answer.exit()).isEqualTo(3);
      assertThat(answer.err())
          .startsWith("Cannot start the cluster: port " + taken.getLocalPort())
          .contains("cluster.master-port")
          .doesNotContain("\tat ");
    }
  }

  private void node(String name, long pid, String born) throws IOException {
    Files.writeString(
        folder.resolve(name + ".pid"),
        """
        {"name": "%s", "pid": %d, "born": "%s", "url": "spark://127.0.0.1:2", "ui": "http://127.0.0.1:1"}
        """
            .formatted(name, pid, born));
  }
}
