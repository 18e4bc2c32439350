package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.SupplyEffects;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * What an employer pays against others: a level that lasts, and a path about it that steps each
 * April, when minimum wages and most pay awards change. The path is autoregressive from year to
 * year; both have mean nil over employers.
 */
public final class HomePay {
  /** Of the path, from one April to the next [P]. */
  private static final double PERSISTENCE = 0.7;

  private static final int APRIL = 3;

  private final int from;
  private final double level;
  private final double[] path;

  private HomePay(int from, double level, double[] path) {
    this.from = from;
    this.level = level;
    this.path = path;
  }

  /** That of an employer by number. */
  static HomePay of(WorldSettings world, int index) {
    SupplyEffects supply = world.supply();
    double level = supply.payLevelSpread() * world.draw("own pay level", index).normal();
    Draw draw = world.draw("own pay path", index);
    double innovation = supply.ownWageSpread() * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    double[] path = new double[world.months()];
    double now = supply.ownWageSpread() * draw.normal();
    for (int t = 0; t < path.length; t++) {
      if (t > 0 && Math.floorMod(world.from() + t, 12) == APRIL) {
        now = PERSISTENCE * now + innovation * draw.normal();
      }
      path[t] = now;
    }
    return new HomePay(world.from(), level, path);
  }

  /** Log of pay in a month over the usual. */
  public double log(int month) {
    return level + path[month - from];
  }

  /** What it adds to the annualised leaving propensity in a month. */
  double pull(SupplyEffects supply, int month) {
    return supply.ownWage() * log(month) + supply.payLevelTurnover() * level;
  }

  /**
   * What one log point of pay seems to add where differences between homes are not held fixed:
   * {@code ownWage + payLevelTurnover · var(level) / (var(level) + var(path))}.
   */
  public static double ignoringLevels(SupplyEffects supply) {
    double levels = supply.payLevelSpread() * supply.payLevelSpread();
    double all = levels + supply.ownWageSpread() * supply.ownWageSpread();
    return supply.ownWage() + (all > 0 ? supply.payLevelTurnover() * levels / all : 0);
  }
}
