package careworkforce.common.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaemonTest {
  private static final ClusterSettings SETTINGS =
      new ClusterSettings(Path.of("/run/cw"), "127.0.0.1", 7077, 8080, 2, 3, "2g");

  @Test
  void shouldStartTheMasterFromTheJarsAloneWithPortsAndSecret() {
    Daemon master = Daemon.master(SETTINGS, 7077, 8080);
    assertThat(master.url()).isEqualTo("spark://127.0.0.1:7077");
    assertThat(master.command(Path.of("/run/cw"), Path.of("/jdk/bin/java"), List.of()))
        .containsExactly(
            "/jdk/bin/java",
            "-Xmx512m",
            "-cp",
            "/run/cw/jars/*",
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "7077",
            "--webui-port",
            "8080",
            "--properties-file",
            "/run/cw/spark.properties");
  }

  @Test
  void shouldGiveAWorkerItsCoresMemoryFolderAndMaster() {
    Daemon worker = Daemon.worker(SETTINGS, 2, "spark://127.0.0.1:7077", 8082);
    assertThat(worker.name()).isEqualTo("worker-2");
    assertThat(worker.arguments())
        .containsSequence("--cores", "3", "--memory", "2g", "--work-dir", "/run/cw/worker-2")
        .endsWith("spark://127.0.0.1:7077");
  }

  @Test
  void shouldOpenThePackagesThatThisProcessOpensAndLeaveItsHeapAndAgentsBehind() {
    List<String> here =
        List.of(
            "-Xmx3g",
            "-javaagent:jacoco.jar",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Duser.timezone=UTC",
            "-Dlog4j2.configurationFile=/conf/night.properties",
            "-Dsome.password=hush");
    assertThat(Daemon.master(SETTINGS, 1, 2).command(Path.of("/r"), Path.of("java"), here))
        .startsWith(
            "java",
            "-Xmx512m",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Duser.timezone=UTC",
            "-Dlog4j2.configurationFile=/conf/night.properties",
            "-cp");
  }
}
