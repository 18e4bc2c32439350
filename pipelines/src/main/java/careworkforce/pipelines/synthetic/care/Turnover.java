package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Mechanism;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.OutsideWages;

/**
 * The leaving propensity of an employer's staff, and what it does to arrivals at A&E. A propensity
 * that pulls and shocks would take below {@link #LEAST} stays there and answers to nothing, so what
 * a pull adds on average is its size times the share of months above ({@code truth.json} says so).
 */
public final class Turnover {
  /** A year; no pull takes the propensity below. */
  static final double LEAST = 0.02;

  private static final double LEAST_ARRIVALS = 0.005;
  private static final double SEASON = 0.02;
  private static final double HOME_ARRIVALS = 0.015;
  private static final double WINTER_ARRIVALS = 0.006;
  private static final int LOCKDOWN_FROM = 12 * 2020 + 2;
  private static final int LOCKDOWN_TO = 12 * 2021 + 5;

  private final double[] propensity;
  private final double[] arrivals;

  private Turnover(double[] propensity, double[] arrivals) {
    this.propensity = propensity;
    this.arrivals = arrivals;
  }

  /** The path of an employer, by month since the world's first. */
  public static Turnover of(WorldSettings world, Employer employer) {
    Mechanism planted = world.mechanism();
    OutsideWages wages = OutsideWages.of(world, employer.area().index());
    Draw draw = world.draw("home shock", employer.index());
    OutsidePull pull = OutsidePull.of(world, employer);
    double usualArrivals = planted.arrivals() + HOME_ARRIVALS * draw.normal();
    double usual = planted.turnover() + Employer.SPREAD * employer.turnoverScore();
    double[] propensity = new double[world.months()];
    double[] shock = new double[world.months()];
    double mean = 0;
    for (int t = 0; t < propensity.length; t++) {
      shock[t] = draw.normal();
      double wanted =
          usual
              + SEASON * season(world.from() + t, 8)
              + planted.wagePull() * wages.deviation(t)
              + pull.at(t)
              + planted.shockOnTurnover() * shock[t];
      propensity[t] = Math.max(LEAST, wanted);
      mean += propensity[t] / propensity.length;
    }
    double[] arrivals = new double[world.months()];
    for (int t = 0; t < arrivals.length; t++) {
      double wanted =
          usualArrivals
              + WINTER_ARRIVALS * season(world.from() + t, 0)
              - (lockdown(world.from() + t) ? world.rate(Trap.COVID_BREAK) : 0)
              + planted.turnoverEffect() * (propensity[t] - mean)
              - planted.shockOnArrivals() * shock[t];
      arrivals[t] = Math.max(LEAST_ARRIVALS, wanted);
    }
    return new Turnover(propensity, arrivals);
  }

  private static double season(int month, int peak) {
    return StrictMath.cos(2 * StrictMath.PI * (month - peak) / 12);
  }

  /** Whether a month is one of those in which residents came less, whatever their staff did. */
  public static boolean lockdown(int month) {
    return month >= LOCKDOWN_FROM && month <= LOCKDOWN_TO;
  }

  /** Annualised leaving propensity; a month's chance to leave is its twelfth. */
  public double propensity(int t) {
    return propensity[t];
  }

  /** Whether the propensity stands at its least, where it answers to no pull. */
  public boolean atLeast(int t) {
    return propensity[t] == LEAST;
  }

  /** Expected A&E arrivals of a resident in a month at risk. */
  public double arrivals(int t) {
    return arrivals[t];
  }
}
