package careworkforce.common.cluster;

import careworkforce.common.conf.ClusterAccess;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.nio.file.Path;

/**
 * What a cluster is to be like.
 *
 * @param folder where its process files, logs, jars and scratch space stand, absolute
 * @param host the address that every process listens on
 * @param masterPort the master's port; 0 for a free one
 * @param uiPort the port of the master's page; 0 for a free one
 * @param workers how many workers
 * @param cores cores of each worker
 * @param memory memory that each worker gives to executors, such as 2g
 */
public record ClusterSettings(
    Path folder, String host, int masterPort, int uiPort, int workers, int cores, String memory) {
  private static final int LAST_PORT = 65_535;

  private static final Setting<String> HOST =
      Setting.text("cluster.host", "Address that the processes listen on");
  private static final Setting<Integer> MASTER_PORT =
      Setting.integer("cluster.master-port", "", "Port of the master; 0: a free one", 0, LAST_PORT);
  private static final Setting<Integer> UI_PORT =
      Setting.integer("cluster.ui-port", "", "Port of its page; 0: a free one", 0, LAST_PORT);
  private static final Setting<Integer> WORKERS =
      Setting.integer("cluster.workers", "workers", "How many workers", 1, 64);
  private static final Setting<Integer> CORES =
      Setting.integer("cluster.worker-cores", "cores", "Cores of each worker", 1, 1024);
  private static final Setting<String> MEMORY =
      Setting.text("cluster.worker-memory", "Memory that each worker gives to executors");

  /** As configured. */
  public static ClusterSettings of(Settings settings) {
    return new ClusterSettings(
        Path.of(settings.value(ClusterAccess.FOLDER)).toAbsolutePath().normalize(),
        settings.value(HOST),
        settings.value(MASTER_PORT),
        settings.value(UI_PORT),
        settings.value(WORKERS),
        settings.value(CORES),
        settings.value(MEMORY));
  }
}
