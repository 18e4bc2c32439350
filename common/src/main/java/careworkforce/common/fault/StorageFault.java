package careworkforce.common.fault;

import careworkforce.common.error.UserError;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.security.AccessControlException;

/**
 * A disk without room, a quota that is spent, a folder that may not be written or a store that does
 * not answer, found among the causes of an error.
 */
public final class StorageFault {
  private static final Pattern FULL =
      Pattern.compile(
          "(?i)no space left|not enough space|quota (of \\S+ )?(is |was )?exceeded|disk ?full");
  private static final Pattern DENIED = Pattern.compile("(?i)permission denied|read-only file");

  private StorageFault() {}

  /** True if an error, or a cause of it, is one that stays. */
  static boolean is(Throwable error) {
    return isFull(error) || isDenied(error);
  }

  private static boolean isFull(Throwable error) {
    return says(error, FULL);
  }

  /** True if an error, or a cause of it, is that this account may not read or write something. */
  public static boolean isDenied(Throwable error) {
    return says(error, DENIED)
        || Transient.causes(error).stream()
            .anyMatch(
                e -> e instanceof AccessDeniedException || e instanceof AccessControlException);
  }

  private static boolean says(Throwable error, Pattern what) {
    return Transient.causes(error).stream()
        .filter(e -> e instanceof IOException || e instanceof IOError)
        .anyMatch(e -> what.matcher(String.valueOf(e.getMessage())).find());
  }

  /**
   * What a person is told of it; empty if the error has another cause.
   *
   * @param doing what was tried
   * @param folder where it was written
   */
  public static Optional<UserError> in(Throwable error, String doing, String folder) {
    if (error instanceof UserError) {
      return Optional.empty();
    }
    if (isFull(error)) {
      return Optional.of(
          UserError.input(
              doing,
              "the disk of " + folder + ", or that of spark.local.dir, is full",
              "Free space there, such as by 'careworkforce maintain vacuum --apply', and run again:"
                  + " what stood before stands, or will once that run has ended"));
    }
    return isDenied(error)
        ? Optional.of(
            UserError.input(
                doing,
                "this account may not read or write files of " + folder,
                "Give it the right to, and run again"))
        : unanswered(error, doing);
  }

  /**
   * What a person is told of an error that may pass and did not as long as it was waited for; empty
   * for any other.
   *
   * @param doing what was tried
   */
  public static Optional<UserError> unanswered(Throwable error, String doing) {
    return Transient.in(error)
        .map(
            passing ->
                UserError.input(
                    doing,
                    "a store or the network does not answer: "
                        + passing.getClass().getSimpleName()
                        + ": "
                        + String.valueOf(passing.getMessage()).lines().findFirst().orElse(""),
                    "Run again once it does: what stood before stands, or will once that run has"
                        + " ended"));
  }
}
