package careworkforce.pipelines.cluster;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is packed, submitted to YARN, where a container of the cluster runs the driver. */
@Tag("yarn")
class DemoOnYarnTest {
  private static final Path HOME = Path.of(System.getProperty("careworkforce.home"));

  /** What our jar holds, so that the cluster need not. */
  private static final List<String> OURS =
      List.of("/com/typesafe/config/", "/info/picocli/", "/org/ejml/", "/org/duckdb/");

  /** The settings of a cluster, as they lie beside the driver, but for its size. */
  private static final String[] OF_THE_CLUSTER = {
    "--conf", "cluster.conf",
    "--set", "run.side-by-side=2",
    "--set", "spark.sql.shuffle.partitions=4",
    "--set", "spark.databricks.delta.snapshotPartitions=1"
  };

  @TempDir Path folder;
  private Yarn yarn;

  @BeforeEach
  void start() throws Exception {
    yarn = new Yarn(Files.createDirectories(folder.resolve("yarn")));
  }

  @AfterEach
  void stop() {
    yarn.close();
  }

  @Test
  void shouldGiveTheNumbersOfLocalModeAndBeDoneAtOnce() throws Exception {
    Demos demos = new Demos(folder);
    demos.run("local", line -> {}, "--master", "local[2]");

    String told = submit(demos.words("there", OF_THE_CLUSTER));

    JsonNode application = yarn.applications().get(0);
    assertThat(application.path("finalStatus").asText()).as(told).isEqualTo("SUCCEEDED");
    assertThat(yarn.attempts(application)).isEqualTo(1);
    assertThat(told).endsWith("exit code 0\n");
    demos.mustAgree("there", "local");
  }

  @Test
  void shouldTellTheClusterTheExitCodeOfAUsersError() throws Exception {
    List<String> words = List.of("run", "gold.nowhere", "--lake", "file://" + folder);
    String told = submit(words, "spark.yarn.maxAppAttempts=1");

    JsonNode application = yarn.applications().get(0);
    assertThat(application.path("finalStatus").asText()).as(told).isEqualTo("FAILED");
    assertThat(application.path("diagnostics").asText()).contains("exited with status 2");
    assertThat(told).endsWith("exit code 1\n");
  }

  private String submit(List<String> words, String... keys) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "yarn"));
    command.addAll(List.of("--deploy-mode", "cluster", "--class", Demos.MAIN));
    command.addAll(List.of("--driver-memory", "2g", "--executor-memory", "2g"));
    command.addAll(List.of("--num-executors", "1", "--executor-cores", "2"));
    command.addAll(List.of("--files", HOME.resolve("conf/cluster.conf").toString()));
    List<String> set = new ArrayList<>(List.of(keys));
    set.add(
        jars().stream().map(jar -> "local:" + jar).collect(joining(",", "spark.yarn.jars=", "")));
    set.add("spark.yarn.stagingDir=file:" + folder.resolve("staging"));
    set.forEach(key -> command.addAll(List.of("--conf", key)));
    command.add(HOME.resolve("pipelines/target/pipelines-0.1.0.jar").toString());
    command.addAll(words);
    List<String> classPath = new ArrayList<>(List.of(yarn.conf().toString()));
    classPath.addAll(jars());
    return new Demos(folder)
        .java(
            String.join(File.pathSeparator, classPath),
            Map.of("HADOOP_CONF_DIR", yarn.conf().toString(), "SPARK_LOCAL_IP", "127.0.0.1"),
            line -> {},
            command);
  }

  /** The jars that a cluster has of its own: Spark's and Delta's, and what these bring. */
  private static List<String> jars() {
    return Arrays.stream(Demos.CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar") && !Path.of(entry).startsWith(HOME))
        .filter(entry -> OURS.stream().noneMatch(entry::contains))
        .toList();
  }
}
