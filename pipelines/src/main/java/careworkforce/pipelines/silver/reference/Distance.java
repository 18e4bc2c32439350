package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.asin;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.radians;
import static org.apache.spark.sql.functions.sin;
import static org.apache.spark.sql.functions.sqrt;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * Great-circle distance on a sphere of 6,371 km radius (haversine), and a grid of which two points
 * no farther apart than its width are never more than one cell apart. The grid holds south of 56
 * degrees north, so in all of England.
 */
public final class Distance {
  private static final double RADIUS_KM = 6371;
  private static final double KM_A_DEGREE = RADIUS_KM * Math.PI / 180;
  private static final double NORTHERNMOST = 56;

  private Distance() {}

  /** Kilometres between two points in degrees. */
  public static Column kilometres(Column north, Column east, Column north2, Column east2) {
    Column up = sin(radians(north2.minus(north)).divide(lit(2.0)));
    Column across = sin(radians(east2.minus(east)).divide(lit(2.0)));
    Column half =
        pow(up, lit(2))
            .plus(cos(radians(north)).multiply(cos(radians(north2))).multiply(pow(across, lit(2))));
    return asin(sqrt(half)).multiply(lit(2 * RADIUS_KM));
  }

  /** The row of the grid that a latitude lies in. */
  public static Column row(Column latitude, double width) {
    return floor(latitude.multiply(lit(KM_A_DEGREE / width)));
  }

  /** The column of the grid that a longitude lies in. */
  public static Column column(Column longitude, double width) {
    double km = KM_A_DEGREE * Math.cos(Math.toRadians(NORTHERNMOST));
    return floor(longitude.multiply(lit(km / width)));
  }

  /** A cell number with both its neighbours, a row each. */
  public static Column around(Column cell) {
    return explode(
        array(
            IntStream.rangeClosed(-1, 1)
                .mapToObj(step -> cell.plus(lit(step)))
                .toArray(Column[]::new)));
  }
}
