package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * The log hourly wage that care staff of an area could earn elsewhere: a national trend, the
 * region's level, and the area's own autoregressive deviation.
 */
public final class OutsideWages {
  private static final double PERSISTENCE = 0.9;
  private final double[] deviation;
  private final double[] mean;

  private OutsideWages(double[] deviation, double[] mean) {
    this.deviation = deviation;
    this.mean = mean;
  }

  /** The path of an area, by month since the world's first. */
  public static OutsideWages of(WorldSettings world, int area) {
    Draw draw = world.draw("outside wage", area);
    double spread = world.mechanism().wageSpread();
    double innovation = spread * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    double[] deviation = new double[world.months()];
    double[] mean = new double[world.months()];
    double now = spread * draw.normal();
    double gap = Region.values()[area % Region.values().length].wageGap();
    for (int t = 0; t < deviation.length; t++) {
      deviation[t] = now;
      mean[t] = StrictMath.log(7.2) + 0.025 / 12 * t + gap;
      now = PERSISTENCE * now + innovation * draw.normal();
    }
    return new OutsideWages(deviation, mean);
  }

  /** Log wage less its mean over the areas of the region and month. */
  public double deviation(int t) {
    return deviation[t];
  }

  /** Log pounds an hour. */
  public double log(int t) {
    return mean[t] + deviation[t];
  }
}
