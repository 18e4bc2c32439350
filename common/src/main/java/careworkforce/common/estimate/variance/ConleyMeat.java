package careworkforce.common.estimate.variance;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.data.Column;
import careworkforce.common.estimate.data.Levels;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Meat of rows near one another on the globe: products of scores of all pairs within a distance
 * count fully (Conley 1999, uniform kernel, great-circle distance). Rows at one place are summed
 * first.
 */
final class ConleyMeat implements Meat {
  private static final double EARTH_KILOMETRES = 6371.0088;

  private final Levels places;
  private final double[] latitude;
  private final double[] longitude;
  private final double kilometres;
  private final int[] byLatitude;

  ConleyMeat(double[] latitude, double[] longitude, double kilometres) {
    Column.Codes lat = new Column.Numbers(latitude).codes();
    Column.Codes lon = new Column.Numbers(longitude).codes();
    this.places =
        Levels.combine(
            List.of(lat.values(), lon.values()),
            new int[] {lat.levels().size(), lon.levels().size()});
    this.kilometres = kilometres;
    this.latitude = new double[places.count()];
    this.longitude = new double[places.count()];
    for (int i = 0; i < latitude.length; i++) {
      if (Math.abs(latitude[i]) > 90 || Math.abs(longitude[i]) > 360) {
        throw UserError.checks(
            "measure distances",
            "a row lies at latitude " + latitude[i] + ", longitude " + longitude[i],
            "Give latitude and longitude in degrees");
      }
      this.latitude[places.codes()[i]] = latitude[i];
      this.longitude[places.codes()[i]] = longitude[i];
    }
    this.byLatitude =
        IntStream.range(0, places.count())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(p -> this.latitude[p])
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  @Override
  public double[][] of(double[][] design, double[] residual) {
    double[][] sums = ClusterSums.of(design, residual, places);
    int width = design.length;
    double[][] total = new double[width][width];
    double band = Math.toDegrees(kilometres / EARTH_KILOMETRES) + 1e-9;
    for (int a = 0; a < byLatitude.length; a++) {
      int left = byLatitude[a];
      add(total, sums, left, left);
      for (int b = a + 1; b < byLatitude.length; b++) {
        int right = byLatitude[b];
        if (latitude[right] - latitude[left] > band) {
          break;
        }
        if (distance(left, right) <= kilometres) {
          add(total, sums, left, right);
          add(total, sums, right, left);
        }
      }
    }
    return total;
  }

  private static void add(double[][] total, double[][] sums, int left, int right) {
    for (int i = 0; i < total.length; i++) {
      for (int j = 0; j < total.length; j++) {
        total[i][j] += sums[i][left] * sums[j][right];
      }
    }
  }

  private double distance(int a, int b) {
    double phi = Math.toRadians(latitude[b] - latitude[a]);
    double lambda = Math.toRadians(longitude[b] - longitude[a]);
    double h =
        Math.pow(Math.sin(phi / 2), 2)
            + Math.cos(Math.toRadians(latitude[a]))
                * Math.cos(Math.toRadians(latitude[b]))
                * Math.pow(Math.sin(lambda / 2), 2);
    return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
