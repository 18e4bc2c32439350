package careworkforce.common.estimate;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether rows that are alike in everything but the outcome are collapsed to their number and sums
 * of the outcome before a model is fitted. It changes no number of the fit.
 */
public enum Collapsing {
  /** Where the model allows it and the rows are many more than the distinct ones. */
  AUTO,
  /** Always; a model that does not allow it is refused. */
  ALWAYS,
  /** Never. */
  NEVER;

  /**
   * The choice of a name.
   *
   * @throws UserError if there is none
   */
  public static Collapsing named(String name) {
    List<String> known =
        Arrays.stream(values()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int at = known.indexOf(name.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw UserError.usage(
          "collapse rows '" + name + "'", "there is no such choice", "Give one of " + known);
    }
    return values()[at];
  }
}
