package careworkforce.pipelines.cluster;

import careworkforce.common.hadoop.HadoopDaemons;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** YARN on loopback: a resource manager and one node manager, as processes of their own. */
final class Yarn implements AutoCloseable {
  private static final String SERVER = "org.apache.hadoop.yarn.server.";

  private final HadoopDaemons daemons;
  private final String page;

  /** Starts both, and waits until the node is counted. */
  Yarn(Path folder) throws Exception {
    daemons = new HadoopDaemons(folder);
    Map<String, String> site = new TreeMap<>();
    for (String port : List.of("", "scheduler.", "resource-tracker.", "admin.", "webapp.")) {
      site.put("yarn.resourcemanager." + port + "address", "127.0.0.1:" + HadoopDaemons.freePort());
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
    daemons.site("yarn-site.xml", site);
    daemons.site(
        "capacity-scheduler.xml",
        Map.of(
            "yarn.scheduler.capacity.root.queues", "default",
            "yarn.scheduler.capacity.root.default.capacity", "100",
            "yarn.scheduler.capacity.maximum-am-resource-percent", "1"));
    // What does not say where it stands is looked for where nobody answers.
    String nowhere = "hdfs://127.0.0.1:" + HadoopDaemons.freePort();
    daemons.site(
        "core-site.xml",
        Map.of("fs.defaultFS", nowhere, "hadoop.tmp.dir", folder.resolve("hadoop").toString()));
    daemons.start(SERVER + "resourcemanager.ResourceManager");
    daemons.start(SERVER + "nodemanager.NodeManager");
    daemons.await(page + "metrics", "\"activeNodes\":1");
  }

  /** What a client reads to find it: {@code HADOOP_CONF_DIR}. */
  Path conf() {
    return daemons.conf();
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
    daemons.close();
  }

  private JsonNode ask(String what) throws IOException {
    try (InputStream answer = URI.create(page + what).toURL().openStream()) {
      return new JsonMapper().readTree(answer);
    }
  }
}
