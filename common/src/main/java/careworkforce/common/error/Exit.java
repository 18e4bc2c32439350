package careworkforce.common.error;

/** Exit codes of the command line. */
public enum Exit {
  DONE(0),
  BUG(1),
  USAGE(2),
  INPUT_MISSING(3),
  /** Another run holds the lake. */
  IN_USE(3),
  CHECKS_FAILED(4),
  /** Stopped by a signal: 128 and the number of SIGTERM. The virtual machine gives it by itself. */
  STOPPED(143);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The number given to the shell. */
  public int code() {
    return code;
  }
}
