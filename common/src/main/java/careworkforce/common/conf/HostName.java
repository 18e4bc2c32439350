package careworkforce.common.conf;

import careworkforce.common.error.UserError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.spark.util.Utils;

/**
 * The name of this machine. One that is cut off from all networks may not be able to look up its
 * own, without which Spark does not start.
 */
public final class HostName {
  private static final String LOCALHOST = "localhost";

  private HostName() {}

  /** The name, or {@code localhost} where it cannot be looked up. */
  public static String get() {
    return known().orElse(LOCALHOST);
  }

  /** The name, or empty where it cannot be looked up. */
  static Optional<String> known() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * Has Spark call this machine {@code localhost} where its name cannot be looked up, unless the
   * environment names it for Spark. To be called before anything of Spark's is.
   */
  public static void tellSpark() {
    if (known().isEmpty() && !isToldByEnvironment()) {
      Utils.setCustomHostname(LOCALHOST);
    }
  }

  /** Refuses what needs a name by which other machines find this one. */
  static void mustBeKnown(String doing) {
    if (known().isEmpty() && !isToldByEnvironment()) {
      throw UserError.usage(
          doing,
          "this machine cannot look up its own name, by which others would find it",
          "Set spark.driver.host to an address of this machine that they reach");
    }
  }

  private static boolean isToldByEnvironment() {
    return System.getenv("SPARK_LOCAL_HOSTNAME") != null || System.getenv("SPARK_LOCAL_IP") != null;
  }
}
