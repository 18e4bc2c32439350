package careworkforce.pipelines.paper;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.careers.consequences.CareersCollective;
import careworkforce.pipelines.gold.careers.consequences.CareersEventPaths;
import careworkforce.pipelines.gold.careers.consequences.CareersOriginGaps;
import careworkforce.pipelines.gold.careers.drivers.CareersDrivers;
import careworkforce.pipelines.gold.careers.gaps.CareersPayGaps;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What drives moves, and what they bring: estimates, each said to be causal or an association.
 *
 * @param of the lake's parts
 */
record CareersEstimates(LakeParts of) {
  private static final int YEAR = 12;

  List<Part> parts() {
    return List.of(
        part("drivers", "What drives moves", CareersDrivers.TABLE, row -> true),
        part(
            "event_paths",
            "Paths around moves and returns",
            CareersEventPaths.TABLE,
            CareersEstimates::ofWholeYears),
        part("collective", "Moves and the group entered", CareersCollective.TABLE, row -> true),
        part("origin_gaps", "Gaps in the job left", CareersOriginGaps.TABLE, row -> true),
        part("pay_gaps", "Pay gaps", CareersPayGaps.TABLE, row -> true));
  }

  private Part part(
      String file, String title, EstimateTable table, Predicate<EstimateRow> printed) {
    return part(of, file, title, table, printed);
  }

  /**
   * All estimates of a table: the printed ones as a grid, with the reasons for what they may be
   * read as, and whole paths as figures.
   */
  static Part part(
      LakeParts of,
      String file,
      String title,
      EstimateTable table,
      Predicate<EstimateRow> printed) {
    List<EstimateRow> rows = of.rows(table);
    List<EstimateRow> inGrid = rows.stream().filter(printed).toList();
    return of.of(
        file,
        title,
        table,
        inGrid.isEmpty() ? null : withReasons(EstimateGrid.of(inGrid), inGrid),
        EventFigures.of(title, rows));
  }

  private static TableGrid withReasons(TableGrid grid, List<EstimateRow> rows) {
    String reasons =
        rows.stream()
            .map(row -> row.design() + ": " + row.why() + ".")
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return new TableGrid(grid.head(), grid.estimates(), grid.foot(), grid.note() + " " + reasons);
  }

  /** Of a path the event times that are whole years; the figures have the others. */
  private static boolean ofWholeYears(EstimateRow row) {
    return EventFigures.time(row).orElse(0) % YEAR == 0;
  }
}
