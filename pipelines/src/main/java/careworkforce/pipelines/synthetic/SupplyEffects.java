package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.io.Serializable;

/**
 * What moves staff out of social care, beside the outside wage of the {@link Mechanism}: each is
 * what one unit of its measure adds to the annualised leaving propensity of a home. They are drawn
 * on streams of their own, so that a world without them is the same world.
 *
 * @param vacancies one adverted job outside for each job there
 * @param nhsOpenings one opening a year of NHS support jobs for each that the area's residents of
 *     working age would have at the national rate
 * @param retailOpenings a store that opens near: nothing, as published
 * @param ownWage one log point of the home's own wage
 * @param ownWageSpread standard deviation of homes' log wages, each about its long-run level
 * @param payLevelSpread standard deviation of those levels
 * @param payLevelTurnover what one log point of the level adds by what no source records: homes
 *     that pay more are harder places to work
 */
public record SupplyEffects(
    double vacancies,
    double nhsOpenings,
    double retailOpenings,
    double ownWage,
    double ownWageSpread,
    double payLevelSpread,
    double payLevelTurnover)
    implements Serializable {
  public static final Setting<Double> VACANCIES =
      effect("vacancies", "turnover, for one advert to each job outside");
  public static final Setting<Double> NHS_OPENINGS =
      effect("nhs-openings", "turnover, for an NHS opening a year to each support job");
  public static final Setting<Double> RETAIL_OPENINGS =
      effect("retail-openings", "turnover, for a store that opens near");
  public static final Setting<Double> OWN_WAGE =
      effect("own-wage", "turnover, for one log point of the home's own wage");
  public static final Setting<Double> OWN_WAGE_SPREAD =
      spread("own-wage-spread", "of homes' log wages about their levels");
  public static final Setting<Double> PAY_LEVEL_SPREAD =
      spread("pay-level-spread", "of the levels of homes' log wages");
  public static final Setting<Double> PAY_LEVEL_TURNOVER =
      effect("pay-level-turnover", "turnover, unobserved, for one log point of the wage level");

  private static Setting<Double> effect(String name, String meaning) {
    return Setting.number("synthetic.supply." + name, "a year", meaning, -5, 5);
  }

  private static Setting<Double> spread(String name, String of) {
    return Setting.number(
        "synthetic.supply." + name, "log points", "standard deviation " + of, 0, 1);
  }

  /** As configured. */
  public static SupplyEffects of(Settings settings) {
    return new SupplyEffects(
        settings.value(VACANCIES),
        settings.value(NHS_OPENINGS),
        settings.value(RETAIL_OPENINGS),
        settings.value(OWN_WAGE),
        settings.value(OWN_WAGE_SPREAD),
        settings.value(PAY_LEVEL_SPREAD),
        settings.value(PAY_LEVEL_TURNOVER));
  }
}
