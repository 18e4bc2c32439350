package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.WorldSettings;
import org.jspecify.annotations.Nullable;

/**
 * A policy of a trust, in force from a month to the world's end. Half of all trusts adopt each, at
 * some time in the middle three fifths of the world.
 *
 * @param code of the trust at the end of the study's window
 * @param from first month in force
 */
public record TrustPolicy(int month, String code, String policy, int from) implements Fact {
  /** Raises moves, by {@link careworkforce.pipelines.synthetic.CareerEffects#policyOnMoves}. */
  public static final String CAREERS = "career_development";

  /** Does nothing. */
  public static final String WELL_BEING = "well_being";

  /** That of a trust, by its last code; null if it never has it. */
  static @Nullable TrustPolicy of(WorldSettings world, String code, String policy) {
    Draw draw = world.draw("trust policy " + policy, Trust.number(code));
    if (!draw.chance(0.5)) {
      return null;
    }
    int fifth = world.months() / 5;
    int from = world.from() + fifth + draw.below(Math.max(1, 3 * fifth));
    return new TrustPolicy(world.from(), code, policy, from);
  }
}
