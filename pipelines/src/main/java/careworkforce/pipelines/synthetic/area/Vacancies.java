package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * Adverts for each job outside care in an area: a level, a season, and the area's own
 * autoregressive deviation, the same in all occupations.
 */
public final class Vacancies {
  /** Adverts for each job. */
  private static final double LEVEL = 0.06;

  private static final double PERSISTENCE = 0.9;
  private static final double SPREAD = 0.012;
  private static final double SEASON = 0.004;

  private final int from;
  private final double[] deviation;

  private Vacancies(int from, double[] deviation) {
    this.from = from;
    this.deviation = deviation;
  }

  /** The path of an area. */
  public static Vacancies of(WorldSettings world, int area) {
    Draw draw = world.draw("vacancies outside", area);
    double innovation = SPREAD * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    double[] deviation = new double[world.months()];
    double now = SPREAD * draw.normal();
    for (int t = 0; t < deviation.length; t++) {
      deviation[t] = now;
      now = PERSISTENCE * now + innovation * draw.normal();
    }
    return new Vacancies(world.from(), deviation);
  }

  /** Adverts for each job, less level and season. */
  public double deviation(int t) {
    return deviation[t];
  }

  /** Adverts for each job in a month since the world's first. */
  double rate(int t) {
    return Math.max(0, usual(from + t) + deviation[t]);
  }

  /** Adverts for each job in a month: level and season. */
  static double usual(int month) {
    return LEVEL + SEASON * StrictMath.cos(2 * StrictMath.PI * (month - 9) / 12);
  }
}
