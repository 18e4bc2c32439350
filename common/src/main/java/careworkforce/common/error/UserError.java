package careworkforce.common.error;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a user can mend. Printed as one sentence without a stack trace: {@code Cannot X:
 * because Y. Do Z.}
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Exit exit;

  private UserError(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** Wrong usage or configuration, exit code 2. */
  public static UserError usage(String doing, String because, String remedy) {
    return new UserError(Exit.USAGE, sentence(doing, because, remedy));
  }

  /** An input that is not there or cannot be read, exit code 3. */
  public static UserError input(String doing, String because, String remedy) {
    return new UserError(Exit.INPUT_MISSING, sentence(doing, because, remedy));
  }

  /** Data that broke a promise, exit code 4. */
  public static UserError checks(String doing, String because, String remedy) {
    return new UserError(Exit.CHECKS_FAILED, sentence(doing, because, remedy));
  }

  /** With an exit code given. */
  public static UserError of(Exit exit, String doing, String because, String remedy) {
    return new UserError(exit, sentence(doing, because, remedy));
  }

  /** The first among an error and its causes, such as one thrown by a task; empty if none is. */
  public static Optional<UserError> among(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .filter(UserError.class::isInstance)
        .map(UserError.class::cast)
        .findFirst();
  }

  /** The exit code this error ends the command with. */
  public Exit exit() {
    return exit;
  }

  private static String sentence(String doing, String because, String remedy) {
    return "Cannot "
        + doing
        + ": "
        + because
        + (because.endsWith(".") ? " " : ". ")
        + remedy
        + (remedy.matches(".*[.?]") ? "" : ".");
  }
}
