package careworkforce.pipelines.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** YARN on loopback: a resource manager and one node manager, as processes of their own. */
final class Yarn implements AutoCloseable {
  private static final String SERVER = "org.apache.hadoop.yarn.server.";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final String page;
  private final List<Process> processes = new ArrayList<>();

  /** Starts both, and waits until the node is counted. */
  Yarn(Path folder) throws Exception {
    this.folder = folder;
    Map<String, String> site = new TreeMap<>();
    for (String port : List.of("", "scheduler.", "resource-tracker.", "admin.", "webapp.")) {
      site.put("yarn.resourcemanager." + port + "address", "127.0.0.1:" + freePort());
    }
    for (String port : List.of("", "localizer.", "webapp.", "collector-service.")) {
      site.put("yarn.nodemanager." + port + "address", "127.0.0.1:0");
    }
    site.put("yarn.nodemanager.local-dirs", folder.resolve("local").toString());
    site.put("yarn.nodemanager.log-dirs", folder.resolve("logs").toString());
    site.put("yarn.nodemanager.resource.memory-mb", "6144");
    site.put("yarn.nodemanager.vmem-check-enabled", "false");
    site.put("yarn.nodemanager.disk-health-checker.enable", "false");
    site.put("yarn.scheduler.minimum-allocation-mb", "256");
    page = "http://" + site.get("yarn.resourcemanager.webapp.address") + "/ws/v1/cluster/";
    Files.createDirectories(conf());
    write("yarn-site.xml", site);
    write(
        "capacity-scheduler.xml",
        Map.of(
            "yarn.scheduler.capacity.root.queues", "default",
            "yarn.scheduler.capacity.root.default.capacity", "100",
            "yarn.scheduler.capacity.maximum-am-resource-percent", "1"));
    write(
        "core-site.xml",
        Map.of("fs.defaultFS", "file:///", "hadoop.tmp.dir", folder.resolve("hadoop").toString()));
    start("resourcemanager.ResourceManager");
    start("nodemanager.NodeManager");
    await();
  }

  /** What a client reads to find it: {@code HADOOP_CONF_DIR}. */
  Path conf() {
    return folder.resolve("conf");
  }

  /** The applications it was given, the newest first. */
  JsonNode applications() throws IOException {
    return ask("apps").path("apps").path("app");
  }

  /** How often an application was begun. */
  int attempts(JsonNode application) throws IOException {
    return ask("apps/" + application.path("id").asText() + "/appattempts")
        .path("appAttempts")
        .path("appAttempt")
        .size();
  }

  @Override
  public void close() {
    processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    processes.forEach(Process::destroyForcibly);
  }

  private void start(String main) throws IOException {
    List<String> words = new ArrayList<>(List.of(Demos.PROGRAM, "-Xmx512m"));
    Demos.OPTIONS.stream().filter(o -> o.startsWith("--add-opens")).forEach(words::add);
    String classPath = conf() + File.pathSeparator + Demos.CLASS_PATH;
    words.addAll(List.of("-cp", classPath, SERVER + main));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(main + ".log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    processes.add(builder.start());
  }

  private void await() throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (activeNodes() == 0) {
      if (System.nanoTime() > until || !processes.stream().allMatch(Process::isAlive)) {
        close();
        throw new IllegalStateException("YARN does not count its node; see " + folder);
      }
      Thread.sleep(200);
    }
  }

  private int activeNodes() {
    try {
      return ask("metrics").path("clusterMetrics").path("activeNodes").asInt();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private JsonNode ask(String what) throws IOException {
    try (InputStream answer = URI.create(page + what).toURL().openStream()) {
      return new JsonMapper().readTree(answer);
    }
  }

  private void write(String file, Map<String, String> properties) throws IOException {
    String text =
        properties.entrySet().stream()
            .map(
                p ->
                    "<property><name>%s</name><value>%s</value></property>\n"
                        .formatted(p.getKey(), p.getValue()))
            .collect(Collectors.joining("", "<configuration>\n", "</configuration>\n"));
    Files.writeString(conf().resolve(file), text);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
