package careworkforce.common.estimate;

/**
 * An estimate that cannot be had from this formula and these data, for a reason the caller can
 * mend.
 *
 * <p>The message names what could not be done, the culprit with its values, and the remedy.
 */
public final class EstimateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EstimateException(String message) {
    super(message);
  }

  /**
   * The error, worded as everywhere in this library.
   *
   * @param what the deed that failed, after "Cannot", for example {@code estimate 'y ~ x'}
   * @param why the cause, with the values that show it
   * @param remedy what the caller can do, a sentence without its full stop
   */
  public static EstimateException cannot(String what, String why, String remedy) {
    return new EstimateException("Cannot " + what + ": " + why + ". " + remedy + ".");
  }
}
