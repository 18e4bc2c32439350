package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * House prices of an area, quarter by quarter: a level of the region, a national trend, and the
 * area's own autoregressive deviation. A quarter is numbered by its last month: month 3q - 1.
 */
public final class HousePricePath {
  private static final double PERSISTENCE = 0.9;
  private static final double SPREAD = 0.2;
  private static final double TREND = 0.01;

  private final int first;
  private final double[] deviation;

  private HousePricePath(int first, double[] deviation) {
    this.first = first;
    this.deviation = deviation;
  }

  /** The path of an area. */
  public static HousePricePath of(WorldSettings world, int area) {
    Draw draw = world.draw("house price", area);
    int first = quarter(world.from());
    double innovation = SPREAD * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    double[] deviation = new double[quarter(world.to()) - first + 1];
    double now = SPREAD * draw.normal();
    for (int q = 0; q < deviation.length; q++) {
      deviation[q] = now;
      now = PERSISTENCE * now + innovation * draw.normal();
    }
    return new HousePricePath(first, deviation);
  }

  /** The last quarter that has ended by the end of a month. */
  public static int quarter(int month) {
    return Math.floorDiv(month + 1, 3);
  }

  /** Log price less trend, region and district, as known in a month. */
  public double deviation(int month) {
    return deviation[quarter(month) - first];
  }

  /** The quarter that the path begins with. */
  public int first() {
    return first;
  }

  /** Median price of a district of the area, in pounds, by quarter. */
  long[] pounds(WorldSettings world, LocalAuthority district) {
    double level =
        StrictMath.log(190_000)
            + 3 * district.region().wageGap()
            + 0.15 * world.draw("house price level", district.index()).normal();
    long[] pounds = new long[deviation.length];
    for (int q = 0; q < pounds.length; q++) {
      pounds[q] = Math.round(StrictMath.exp(level + TREND * q + deviation[q]));
    }
    return pounds;
  }
}
