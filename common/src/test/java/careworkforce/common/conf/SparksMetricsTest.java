package careworkforce.common.conf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.JavaCommand;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spark's own metrics for Prometheus, asked for while it runs. */
@Tag("slow")
class SparksMetricsTest {

  /** A program that counts rows and asks the port that it is given for what was measured. */
  static final class Asking {
    public static void main(String[] port) throws IOException {
      Map<String, String> keys =
          Map.of("spark.master", "\"local[1]\"", "observe.metrics-port", port[0]);
      SparkSession spark = Sessions.open(Settings.load(List.of(), keys));
      spark.range(3).count();
      for (String page : List.of("/metrics/prometheus", "/metrics/executors/prometheus")) {
        URI address = URI.create("http://127.0.0.1:" + port[0] + page);
        try (InputStream answer = address.toURL().openStream()) {
          System.out.println(new String(answer.readAllBytes(), UTF_8));
        }
      }
    }
  }

  @Test
  void shouldBeServedForTheDriverAndForExecutors() throws IOException {
    List<String> command = JavaCommand.likeThisOne();
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Asking.class.getName(), String.valueOf(freePort())));
    Process asking = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(asking.getInputStream().readAllBytes(), UTF_8))
        .containsPattern("metrics_\\S+_driver_\\S+\\{type=\"gauges\"\\} ")
        .containsPattern("metrics_executor_totalTasks_total\\{.*executor_id=\"driver\".*\\} ");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
