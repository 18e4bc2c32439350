package careworkforce.pipelines.synthetic.area;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * A point on the map. Areas lie about the middle of their region, districts about that of their
 * area and sites about that of their district, each as its own stream has it; real regions stand
 * where they are, nothing within them does.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Place(double latitude, double longitude) {
  private static final double KM_A_DEGREE = 111.195;
  private static final double AREAS_KM = 25;
  private static final double DISTRICTS_KM = 8;

  /** Kilometres north, and as many east, that sites lie from the middle of their district. */
  static final double SITES_KM = 4;

  /** The middle of a travel-to-work area. */
  public static Place of(WorldSettings world, Area area) {
    return of(area.region()).near(world.draw("place of area", area.index()), AREAS_KM);
  }

  /** The middle of a district of an area. */
  public static Place of(WorldSettings world, Area area, LocalAuthority district) {
    return of(world, area).near(world.draw("place of district", district.index()), DISTRICTS_KM);
  }

  /** A site in a district of an area, as a stream has it. */
  public static Place within(WorldSettings world, Area area, LocalAuthority district, Draw stream) {
    return of(world, area, district).near(stream, SITES_KM);
  }

  /** About the middle of a region. */
  private static Place of(Region region) {
    return switch (region) {
      case NORTH_EAST -> new Place(55.0, -1.7);
      case NORTH_WEST -> new Place(53.8, -2.6);
      case YORKSHIRE -> new Place(53.9, -1.3);
      case EAST_MIDLANDS -> new Place(52.9, -0.8);
      case WEST_MIDLANDS -> new Place(52.5, -2.2);
      case EAST -> new Place(52.2, 0.5);
      case LONDON -> new Place(51.5, -0.1);
      case SOUTH_EAST -> new Place(51.3, -0.8);
      case SOUTH_WEST -> new Place(51.0, -3.2);
    };
  }

  private Place near(Draw draw, double km) {
    double north = km * draw.normal() / KM_A_DEGREE;
    double east = km * draw.normal() / KM_A_DEGREE / StrictMath.cos(StrictMath.toRadians(latitude));
    return new Place(rounded(latitude + north), rounded(longitude + east));
  }

  /** Six decimals, as files have them: a tenth of a metre. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  /** Great-circle distance on a sphere of 6,371 km radius, in kilometres (haversine). */
  public double kilometresTo(Place other) {
    double north = StrictMath.sin(StrictMath.toRadians(other.latitude - latitude) / 2);
    double east = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
    double across =
        StrictMath.cos(StrictMath.toRadians(latitude))
            * StrictMath.cos(StrictMath.toRadians(other.latitude));
    double half = north * north + across * east * east;
    return 2 * 6371 * StrictMath.asin(StrictMath.sqrt(half));
  }
}
