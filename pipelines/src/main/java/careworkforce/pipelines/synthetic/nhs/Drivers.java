package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.CareerEffects;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * What makes one person's events likelier or rarer than their base hazards: an event drawn with
 * chance p becomes one with chance p times a ratio, by draws of a stream of its own. Ratios are
 * scaled so that mean hazards stay near their base.
 */
final class Drivers {
  /** Months after parental leave, and after sickness, in which the effect lasts. */
  private static final int AFTER_LEAVE = 12;

  private static final int AFTER_SICKNESS = 3;

  /** Shares of person-months under a policy, after leave and after sickness, roughly. */
  private static final double UNDER_POLICY = 0.25;

  private static final double RETURNED = 0.03;
  private static final double SICK = 0.3;

  private final CareerEffects effects;
  private final Circumstances circumstances;
  private final Draw draw;
  private final double meanOfMoves;
  private final double meanOfLeaving;
  private int parental = Integer.MIN_VALUE / 2;
  private int sick = Integer.MIN_VALUE / 2;
  private boolean moved;

  Drivers(WorldSettings world, Person person) {
    this.effects = world.careers();
    this.circumstances = Circumstances.of(world);
    this.draw = world.draw("drivers", person.id());
    this.meanOfMoves =
        1
            + UNDER_POLICY * StrictMath.expm1(effects.policyOnMoves())
            + RETURNED * StrictMath.expm1(effects.parenthoodOnMoves());
    this.meanOfLeaving = 1 + SICK * StrictMath.expm1(effects.sicknessOnLeaving());
  }

  /** A month on parental leave. */
  void onParentalLeave(int month) {
    parental = month;
  }

  /** A month with sickness. */
  void sick(int month) {
    sick = month;
  }

  /** Has moved to another occupation group. */
  void moved() {
    moved = true;
  }

  /** Whether somebody moves to another group in a month, given what its base hazard drew. */
  boolean moves(boolean drawn, double base, Trust trust, int month) {
    return reweighed(drawn, base, ratioOfMoves(trust, month));
  }

  /** Whether somebody takes up another occupation on coming back from parental leave. */
  boolean movesOnReturn(double base, Trust trust, int month) {
    return draw.chance(base * ratioOfMoves(trust, month));
  }

  private double ratioOfMoves(Trust trust, int month) {
    boolean returned = month - parental <= AFTER_LEAVE;
    double log =
        circumstances.policy(trust, month - 1) + (returned ? effects.parenthoodOnMoves() : 0);
    return StrictMath.exp(log) / meanOfMoves;
  }

  /** Whether a month is somebody's last in the NHS. */
  boolean leaves(boolean drawn, double base, int month) {
    boolean ill = month - sick <= AFTER_SICKNESS;
    double log = (ill ? effects.sicknessOnLeaving() : 0) + (moved ? effects.moveOnLeaving() : 0);
    return reweighed(drawn, base, StrictMath.exp(log) / meanOfLeaving);
  }

  /** Whether a month is somebody's last in a trust, who goes on in another. */
  boolean changesTrust(boolean drawn, double base, Trust trust, int month) {
    return reweighed(drawn, base, StrictMath.exp(circumstances.housePrice(trust, month)));
  }

  private boolean reweighed(boolean drawn, double base, double ratio) {
    return ratio < 1
        ? drawn && draw.chance(ratio)
        : drawn || draw.chance(base * (ratio - 1) / (1 - base));
  }
}
