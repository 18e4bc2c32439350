package careworkforce.pipelines.report;

import careworkforce.common.delta.Lake;
import careworkforce.common.report.Block;
import careworkforce.common.report.Figure;
import careworkforce.common.report.HeatMap;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Moves of NHS staff between occupation groups, all years together. */
public final class MovesSection {
  private static final CareersTransitionMatrix MATRIX = CareersTransitionMatrix.TABLE;
  private static final double THOUSAND_YEARS = 12_000;

  private MovesSection() {}

  static Block[] blocks(Lake lake) {
    return new Block[] {
      Block.prose(
          "A move is a change of occupation group that lasts; a merger of trusts, a re-issued code"
              + " or a swap of two assignments is none. The electronic staff record holds staff"
              + " of trusts and commissioners; primary care is out of its scope."),
      figure(lake)
    };
  }

  /** The picture of the moves, of a lake that has them. */
  public static Figure figure(Lake lake) {
    return new Figure(
        picture(lake.read(MATRIX).collectAsList()),
        "Moves per 1,000 staff a year, from the group in the row to the group in the column;"
            + " groups without staff are left out.");
  }

  /** Moves over person-months, as moves per thousand staff a year. */
  static HeatMap picture(List<Row> rows) {
    Map<String, Long> moves = new HashMap<>();
    Map<String, Long> staff = new HashMap<>();
    Set<String> counted = new HashSet<>();
    for (Row row : rows) {
      String from = row.getAs(MATRIX.fromGroup.name());
      String to = row.getAs(MATRIX.toGroup.name());
      long count = row.<Long>getAs(MATRIX.moves.name());
      long months = row.<Long>getAs(MATRIX.personMonths.name());
      moves.merge(from + ">" + to, count, Long::sum);
      // An origin's person-months stand in each of its rows of a year.
      if (counted.add(row.<Integer>getAs(MATRIX.year.name()) + from)) {
        staff.merge(from, months, Long::sum);
      }
    }
    List<String> groups =
        OccupationGroups.LEVEL2.codes().stream()
            .filter(g -> staff.getOrDefault(g, 0L) > 0)
            .toList();
    List<String> names = groups.stream().map(GroupNames::brief).toList();
    return new HeatMap(
        "Moves between occupation groups",
        "from",
        "to",
        names,
        names,
        rates(groups, moves, staff),
        1);
  }

  private static double[][] rates(
      List<String> groups, Map<String, Long> moves, Map<String, Long> staff) {
    List<double[]> rates = new ArrayList<>();
    for (String from : groups) {
      double[] row = new double[groups.size()];
      for (int j = 0; j < row.length; j++) {
        long count = moves.getOrDefault(from + ">" + groups.get(j), 0L);
        row[j] = THOUSAND_YEARS * count / staff.getOrDefault(from, 0L);
      }
      row[groups.indexOf(from)] = Double.NaN;
      rates.add(row);
    }
    return rates.toArray(new double[0][]);
  }
}
