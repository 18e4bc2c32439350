package careworkforce.pipelines.silver.spells;

import careworkforce.common.conf.Setting;
import careworkforce.common.error.UserError;
import careworkforce.common.job.Inputs;
import java.io.Serializable;
import java.util.List;

/**
 * When a change of group is a move (methods 2.3).
 *
 * @param held months at work in the new group, of the next {@code of}, that prove a move
 * @param of months at work, after the first, in which they are counted
 * @param noReturn months within which no return to the old group may fall
 */
public record MoveRule(int held, int of, int noReturn) implements Serializable {
  public static final Setting<Integer> HELD =
      Setting.integer("careers.moves.held", "months", "months that prove a move", 0, 12);
  public static final Setting<Integer> OF =
      Setting.integer(
          "careers.moves.of", "months", "months at work in which they are counted", 0, 24);
  public static final Setting<Integer> NO_RETURN =
      Setting.integer(
          "careers.moves.no-return", "months", "months within which a return undoes a move", 0, 24);

  /** The settings that make the rule. */
  public static List<Setting<?>> settings() {
    return List.of(HELD, OF, NO_RETURN);
  }

  /** How many months after it first shows a month can still tell whether a change is a move. */
  public int reach() {
    return Math.max(of, noReturn);
  }

  /** The rule of a run. */
  public static MoveRule of(Inputs inputs) {
    int held = inputs.value(HELD);
    int of = inputs.value(OF);
    if (held > of) {
      throw UserError.usage(
          "tell moves",
          "careers.moves.held asks for " + held + " of the " + of + " months of careers.moves.of",
          "Set careers.moves.of to " + (held + 1) + ", one more than held, or more");
    }
    return new MoveRule(held, of, inputs.value(NO_RETURN));
  }
}
