package careworkforce.common.conf;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Who may use a cluster of this machine: those who can read {@code spark.properties} in its folder,
 * mode 0600. It holds the secret that the processes share, drawn at each start; without one, any
 * user of the machine could have the workers run code as their owner.
 */
public final class ClusterAccess {
  /** Where the cluster of this machine stands. */
  public static final Setting<String> FOLDER =
      Setting.text("cluster.folder", "Folder of process files, logs, jars and scratch space");

  static final String MASTER = "spark.master";
  static final String DRIVER = "spark.driver.host";
  static final String BIND = "spark.driver.bindAddress";

  private static final int SECRET_BYTES = 32;

  private ClusterAccess() {}

  /** The file, in the form that spark-submit takes as {@code --properties-file}. */
  public static Path file(Path folder) {
    return folder.resolve("spark.properties");
  }

  /** Writes the file, with a secret of its own. */
  public static void grant(Path folder, String masterUrl, String host) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Properties keys = new Properties();
    keys.setProperty(MASTER, masterUrl);
    keys.setProperty("spark.authenticate", "true");
    keys.setProperty("spark.authenticate.secret", HexFormat.of().formatHex(secret));
    keys.setProperty(DRIVER, host);
    keys.setProperty(BIND, host);
    Path file = file(folder);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer out = Files.newBufferedWriter(file)) {
      keys.store(out, "Of the cluster that 'careworkforce cluster start' made");
    }
  }

  /**
   * What a session needs to be let in, beside the settings: nothing, unless its master is the
   * cluster of this machine.
   */
  static Map<String, String> keys(Settings settings) {
    return keys(settings, settings.spark().getOrDefault(MASTER, ""));
  }

  /** True if a master is the cluster of this machine. */
  static boolean isOfThisMachine(Settings settings, String master) {
    return !keys(settings, master).isEmpty();
  }

  private static Map<String, String> keys(Settings settings, String master) {
    Path file = file(Path.of(settings.value(FOLDER)));
    Map<String, String> keys = new TreeMap<>();
    if (master.startsWith("spark://") && Files.isReadable(file)) {
      Properties granted = read(file);
      if (master.equals(granted.getProperty(MASTER))) {
        granted.stringPropertyNames().forEach(k -> keys.put(k, granted.getProperty(k)));
      }
    }
    return keys;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
