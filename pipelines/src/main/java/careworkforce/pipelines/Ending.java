package careworkforce.pipelines;

import org.apache.spark.SparkUserAppException;

/**
 * How the program ends: its process does. Where the cluster runs the driver in a process of its own
 * ({@code --deploy-mode cluster}), main returns: YARN takes an exit for a failure, of a command
 * that is done too, and runs it again.
 */
final class Ending {
  private static final String DEPLOY_MODE = "spark.submit.deployMode";

  private Ending() {}

  /**
   * Ends the process, or what the cluster's process runs of ours.
   *
   * @param exitCode 0 if all is done
   * @throws SparkUserAppException with any other code, as a cluster is told it
   */
  static void with(int exitCode) throws SparkUserAppException {
    if (!"cluster".equals(System.getProperty(DEPLOY_MODE))) {
      System.exit(exitCode);
    }
    if (exitCode != 0) {
      throw new SparkUserAppException(exitCode, null);
    }
  }
}
