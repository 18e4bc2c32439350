package careworkforce.common.cluster;

import careworkforce.common.conf.ClusterAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One process of a cluster, not yet started.
 *
 * @param name {@code master} or {@code worker-1}, …
 * @param url what it is reached by; of a worker, its master's
 * @param ui its page for people
 * @param main its class
 * @param arguments the class's arguments
 */
record Daemon(String name, String url, String ui, String main, List<String> arguments) {
  private static final String HEAP = "-Xmx512m";

  // Of the options of this process, those that have to hold in every process of ours.
  private static final List<String> INHERITED =
      List.of(
          "--add-opens",
          "-Djdk.reflect.",
          "-Dio.netty.",
          "-Duser.timezone",
          "-Dfile.encoding",
          "-Dlog4j2.configurationFile",
          "-XX:+IgnoreUnrecognizedVMOptions");

  /** The master of a cluster. */
  static Daemon master(ClusterSettings settings, int port, int uiPort) {
    return new Daemon(
        "master",
        "spark://" + settings.host() + ":" + port,
        "http://" + settings.host() + ":" + uiPort,
        "org.apache.spark.deploy.master.Master",
        List.of(
            "--host",
            settings.host(),
            "--port",
            "" + port,
            "--webui-port",
            "" + uiPort,
            "--properties-file",
            ClusterAccess.file(settings.folder()).toString()));
  }

  /** The worker of a number, from 1. */
  static Daemon worker(ClusterSettings settings, int number, String masterUrl, int uiPort) {
    String name = "worker-" + number;
    return new Daemon(
        name,
        masterUrl,
        "http://" + settings.host() + ":" + uiPort,
        "org.apache.spark.deploy.worker.Worker",
        List.of(
            "--host",
            settings.host(),
            "--webui-port",
            "" + uiPort,
            "--cores",
            "" + settings.cores(),
            "--memory",
            settings.memory(),
            "--work-dir",
            settings.folder().resolve(name).toString(),
            "--properties-file",
            ClusterAccess.file(settings.folder()).toString(),
            masterUrl));
  }

  /**
   * The whole command line.
   *
   * @param ofThisProcess options of the running Java, of which what has to hold everywhere is taken
   */
  List<String> command(Path folder, Path java, List<String> ofThisProcess) {
    List<String> words = new ArrayList<>(List.of(java.toString(), HEAP));
    ofThisProcess.stream()
        .filter(option -> INHERITED.stream().anyMatch(option::startsWith))
        .forEach(words::add);
    words.addAll(List.of("-cp", folder.resolve("jars") + File.separator + "*", main));
    words.addAll(arguments);
    return words;
  }

  /** Starts it; it outlives this process. What it prints goes to {@code name.log}. */
  Node start(ClusterSettings settings, List<String> ofThisProcess) throws IOException {
    Path folder = settings.folder();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(command(folder, java, ofThisProcess))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    Stream.of("SPARK_CONF_DIR", "SPARK_DIST_CLASSPATH").forEach(builder.environment()::remove);
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", folder.toString(),
                "SPARK_LOCAL_IP", settings.host(),
                "SPARK_SCALA_VERSION", scala(),
                "JAVA_HOME", System.getProperty("java.home")));
    return Node.of(this, builder.start().toHandle());
  }

  /** Scala's version as Spark's folders have it, such as 2.13. */
  private static String scala() {
    String whole = scala.util.Properties.versionNumberString();
    return whole.substring(0, whole.lastIndexOf('.'));
  }
}
