package careworkforce.common.estimate.absorb;

import java.util.List;

/**
 * One absorbed effect: a dummy for each level, slopes that vary by level, or both.
 *
 * @param name as in the formula, for messages
 * @param codes level of each row, in {@code [0, levels)}
 * @param levels number of levels
 * @param intercept whether each level has its own intercept
 * @param slopes columns, one value a row, whose coefficient differs by level; empty for plain
 *     effects
 */
public record Effect(
    String name, int[] codes, int levels, boolean intercept, List<double[]> slopes) {

  /** Checks that every code is a level; a row beyond the levels is a fault of the caller. */
  public Effect {
    slopes = List.copyOf(slopes);
    for (int code : codes) {
      if (code < 0 || code >= levels) {
        throw new IllegalArgumentException(
            "Cannot absorb '" + name + "': code " + code + " is outside [0, " + levels + ").");
      }
    }
    if (!intercept && slopes.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot absorb '" + name + "': it has neither an intercept nor a slope.");
    }
  }

  /** An effect with a dummy for each level and no slopes. */
  public static Effect of(String name, int[] codes, int levels) {
    return new Effect(name, codes, levels, true, List.of());
  }

  /** Columns this effect would have if written out as dummies and their products. */
  public int width() {
    return levels * ((intercept ? 1 : 0) + slopes.size());
  }

  /** Whether the effect is one dummy a level and nothing else. */
  public boolean plain() {
    return intercept && slopes.isEmpty();
  }
}
