package careworkforce.pipelines.synthetic;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import java.io.Serializable;

/**
 * The planted mechanism. The annualised leaving propensity of a home's staff in a month is
 *
 * <p>{@code T = T_home + season + wagePull · (outside wage − its mean) + shockOnTurnover · C}
 *
 * <p>and the arrivals at A&E for each resident and month are
 *
 * <p>{@code a_home + season + turnoverEffect · (T − mean of T) − shockOnArrivals · C}
 *
 * <p>T never below a least propensity, where it answers to nothing; and with C a standard normal
 * shock of the home and month that no source records. It raises turnover and lowers arrivals, so
 * that least squares is biased and the outside wage is needed.
 *
 * @param turnover mean of T, a year
 * @param wagePull what one log point of outside wage adds to T
 * @param wageSpread standard deviation of the log outside wage of areas within region and month
 * @param turnoverEffect arrivals for each resident and month that one unit of T adds
 * @param shockOnTurnover what one standard deviation of C adds to T
 * @param shockOnArrivals what one standard deviation of C takes from arrivals
 * @param arrivals mean arrivals for each resident and month
 */
public record Mechanism(
    double turnover,
    double wagePull,
    double wageSpread,
    double turnoverEffect,
    double shockOnTurnover,
    double shockOnArrivals,
    double arrivals)
    implements Serializable {
  public static final Setting<Double> TURNOVER =
      Setting.number("synthetic.mechanism.turnover", "a year", "mean turnover of homes", 0.05, 1);
  public static final Setting<Double> WAGE_PULL =
      Setting.number(
          "synthetic.mechanism.wage-pull", "a year", "turnover a log point of outside wage", 0, 5);
  public static final Setting<Double> WAGE_SPREAD =
      Setting.number(
          "synthetic.mechanism.wage-spread",
          "log points",
          "standard deviation of outside wages within region and month",
          0,
          1);
  public static final Setting<Double> TURNOVER_EFFECT =
      Setting.number(
          "synthetic.mechanism.turnover-effect",
          "arrivals a resident-month",
          "effect of one unit of turnover on A&E arrivals",
          -0.2,
          0.2);
  public static final Setting<Double> SHOCK_ON_TURNOVER =
      Setting.number(
          "synthetic.mechanism.shock-on-turnover", "a year", "confounder's effect", 0, 1);
  public static final Setting<Double> SHOCK_ON_ARRIVALS =
      Setting.number(
          "synthetic.mechanism.shock-on-arrivals",
          "arrivals a resident-month",
          "confounder's effect, taken off",
          0,
          0.05);
  public static final Setting<Double> ARRIVALS =
      Setting.number(
          "synthetic.mechanism.arrivals",
          "arrivals a resident-month",
          "mean A&E arrivals of residents",
          0.01,
          1);

  /** As configured. */
  public static Mechanism of(Settings settings) {
    return new Mechanism(
        settings.value(TURNOVER),
        settings.value(WAGE_PULL),
        settings.value(WAGE_SPREAD),
        settings.value(TURNOVER_EFFECT),
        settings.value(SHOCK_ON_TURNOVER),
        settings.value(SHOCK_ON_ARRIVALS),
        settings.value(ARRIVALS));
  }
}
