package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.io.Serializable;

/**
 * What drives careers in the synthetic NHS: each number is the log of the ratio of two monthly
 * hazards. They are drawn on streams of their own, so that a world without them is the same world.
 *
 * @param policyOnMoves moves between occupation groups while the trust's career development policy
 *     is in force; its well-being policy does nothing
 * @param parenthoodOnMoves moves in the twelve months after parental leave
 * @param housePriceOnTrustMoves moves to another trust for one log point of house prices
 * @param sicknessOnLeaving leaving the NHS in the three months after a month with sickness
 * @param moveOnLeaving leaving the NHS after a move between occupation groups
 */
public record CareerEffects(
    double policyOnMoves,
    double parenthoodOnMoves,
    double housePriceOnTrustMoves,
    double sicknessOnLeaving,
    double moveOnLeaving)
    implements Serializable {
  public static final Setting<Double> POLICY_ON_MOVES =
      effect("policy-on-moves", "moves while the trust's career policy is in force");
  public static final Setting<Double> PARENTHOOD_ON_MOVES =
      effect("parenthood-on-moves", "moves in the year after parental leave");
  public static final Setting<Double> HOUSE_PRICE_ON_TRUST_MOVES =
      effect("house-price-on-trust-moves", "moves of trust, a log point of house prices");
  public static final Setting<Double> SICKNESS_ON_LEAVING =
      effect("sickness-on-leaving", "leaving in the three months after sickness");
  public static final Setting<Double> MOVE_ON_LEAVING =
      effect("move-on-leaving", "leaving after a move between occupation groups");

  private static Setting<Double> effect(String name, String meaning) {
    return Setting.number("synthetic.careers." + name, "log hazard ratio", meaning, -3, 3);
  }

  /** As configured. */
  public static CareerEffects of(Settings settings) {
    return new CareerEffects(
        settings.value(POLICY_ON_MOVES),
        settings.value(PARENTHOOD_ON_MOVES),
        settings.value(HOUSE_PRICE_ON_TRUST_MOVES),
        settings.value(SICKNESS_ON_LEAVING),
        settings.value(MOVE_ON_LEAVING));
  }
}
