package careworkforce.common.fault;

/**
 * Whether this process is being stopped, by a signal or with the machine. Spark is then taken down
 * beside what still runs, which fails in ways that say nothing of data or code.
 */
public final class Stopping {
  /** What a person should know. */
  public static final String TOLD =
      "Stopped by a signal. Run it again: what is unfinished is completed then.";

  private Stopping() {}

  /** True from the moment at which the virtual machine begins to end. */
  public static boolean isUnderWay() {
    Thread never = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(never);
      Runtime.getRuntime().removeShutdownHook(never);
      return false;
    } catch (IllegalStateException tooLate) {
      return true;
    }
  }
}
