package careworkforce.common.estimate;

import careworkforce.common.error.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the incidental-parameter bias of a binary model with absorbed effects is taken off. */
public enum BiasCorrection {
  /** Not at all. */
  NONE,
  /**
   * By its leading term at the estimate, regressors taken as strictly exogenous (Hahn and Newey
   * 2004; Fernández-Val and Weidner 2016).
   */
  ANALYTICAL,
  /** By fits on halves of the panel (Dhaene and Jochmans 2015; Fernández-Val and Weidner 2016). */
  JACKKNIFE;

  /**
   * The correction of a name.
   *
   * @throws UserError if there is none
   */
  public static BiasCorrection named(String name) {
    List<String> known =
        Arrays.stream(values()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int at = known.indexOf(name.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw UserError.usage(
          "correct bias by '" + name + "'", "there is none of that name", "Give one of " + known);
    }
    return values()[at];
  }
}
