package careworkforce.pipelines.gold;

import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Fit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes estimates that few data may not carry, and leaves out those that they do not. */
public final class Estimable {
  private Estimable() {}

  /**
   * The estimate; null where the data hold too little for it, such as an outcome that never
   * differs.
   *
   * @throws UserError if it could not be had from any data
   */
  public static <T> @Nullable T orNull(Supplier<T> estimate) {
    try {
      return estimate.get();
    } catch (UserError e) {
      if (e.exit() == Exit.CHECKS_FAILED) {
        return null;
      }
      throw e;
    }
  }

  /**
   * The fit; null also where the data leave nothing of a term that is to be told, such as one that
   * does not vary within the effects.
   *
   * @throws UserError if it could not be had from any data
   */
  public static @Nullable Fit telling(String term, Supplier<Fit> model) {
    return orNull(
        () -> {
          Fit fit = model.get();
          fit.coefficient(term);
          return fit;
        });
  }
}
