package careworkforce.pipelines.paper;

import careworkforce.common.delta.Lake;
import careworkforce.common.report.Figure;
import careworkforce.common.report.TileMap;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.socialcare.description.SocialcareRegions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The regions of England as tiles, of the last whole year before COVID that the lake holds. */
final class RegionMaps {
  /** Name of the part's files. */
  static final String FILE = "maps";

  private static final SocialcareRegions REGIONS = SocialcareRegions.TABLE;
  private static final String TITLE = "Maps";
  private static final int LAST = 2019;
  private static final int YEAR = 12;
  private static final double PERCENT = 100;

  /** Where each region lies: row from the north, column from the west. */
  private static final Map<String, int[]> PLACES =
      Map.of(
          "North West", new int[] {0, 0},
          "North East", new int[] {0, 1},
          "Yorkshire and The Humber", new int[] {0, 2},
          "West Midlands", new int[] {1, 0},
          "East Midlands", new int[] {1, 1},
          "East of England", new int[] {1, 2},
          "South West", new int[] {2, 0},
          "South East", new int[] {2, 1},
          "London", new int[] {2, 2});

  private final Lake lake;

  RegionMaps(Lake lake) {
    this.lake = lake;
  }

  /** The maps; their table is for the manuscript alone. */
  Part part() {
    LakeParts of = new LakeParts(lake);
    if (!of.stands(REGIONS)) {
      return of.of(FILE, TITLE, REGIONS, null, List.of());
    }
    String note = "Home-months with residents and staff both seen.";
    return new Part(
        FILE,
        TITLE,
        REGIONS,
        DescribedTable.of(lake, REGIONS, note, REGIONS.fields()),
        List.copyOf(maps()));
  }

  private List<Figure> maps() {
    List<Row> rows =
        latest(
            lake.read(REGIONS).orderBy(REGIONS.year.col(), REGIONS.region.col()).collectAsList());
    if (rows.isEmpty()) {
      return List.of();
    }
    int year = year(rows.get(0));
    long months = months(rows);
    String when = months < YEAR ? year + ", " + months + " months of it alone" : "" + year;
    return List.of(
        map(
            "Staff turnover in care homes, " + when,
            "% a year",
            rows,
            REGIONS.turnover,
            PERCENT,
            1),
        map(
            "Unplanned A&E arrivals of residents, " + when,
            "arrivals a resident-year",
            rows,
            REGIONS.arrivalRate,
            1,
            2));
  }

  /**
   * Those of the latest whole year that is no later than the last before COVID; of the latest part
   * year if none is whole.
   */
  static List<Row> latest(List<Row> rows) {
    NavigableMap<Integer, List<Row>> years =
        rows.stream()
            .collect(Collectors.groupingBy(RegionMaps::year, TreeMap::new, Collectors.toList()))
            .headMap(LAST, true)
            .descendingMap();
    return years.values().stream()
        .filter(year -> months(year) == YEAR)
        .findFirst()
        .or(() -> years.values().stream().findFirst())
        .orElse(List.of());
  }

  private static int year(Row row) {
    return row.<Integer>getAs(REGIONS.year.name());
  }

  /** Months of a year of which some region tells. */
  private static long months(List<Row> year) {
    return year.stream().mapToLong(r -> r.<Long>getAs(REGIONS.months.name())).max().orElse(0);
  }

  private static Figure map(
      String title, String unit, List<Row> rows, Field field, double times, int decimals) {
    List<TileMap.Tile> tiles = new ArrayList<>();
    for (Row row : rows) {
      String region = row.getAs(REGIONS.region.name());
      int[] place = PLACES.get(region);
      if (place != null) {
        Double value = row.getAs(field.name());
        tiles.add(
            new TileMap.Tile(
                region, place[0], place[1], value == null ? Double.NaN : times * value));
      }
    }
    return new Figure(
        new TileMap(title, unit, tiles, decimals),
        "Each tile is a region, near where it lies; darker is more. Home-months with residents and"
            + " staff both seen.");
  }
}
