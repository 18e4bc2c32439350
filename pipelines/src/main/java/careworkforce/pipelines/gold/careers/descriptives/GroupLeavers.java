package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.careers.CareerYears;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Counts who leaves the group that a cell is of: the occupation at its level, and the trust, kind
 * of trust, region or board that it is broken down by. Nobody leaves sex or age, and a breakdown by
 * what a person is leaves the group that of the occupation.
 *
 * <p>Cells sum persons once for all occupation levels, so there is a sum for each, of which a cell
 * takes that of its own.
 */
final class GroupLeavers {
  private static final CareerYears YEARS = CareerYears.TABLE;

  private GroupLeavers() {}

  /**
   * The sums, one an occupation level.
   *
   * @param total the field that they become
   * @param whom those that are counted
   */
  static List<Sum> sums(Field total, Column whom) {
    return byLevel().entrySet().stream()
        .map(level -> Sum.count(name(total, level.getKey()), whom.and(level.getValue())))
        .toList();
  }

  /** Of the sums that of the cell's level. */
  static Column total(Field total) {
    Column of = lit(null);
    for (String level : byLevel().keySet()) {
      of = when(col(Cells.LEVEL).equalTo(lit(level)), col(name(total, level))).otherwise(of);
    }
    return of;
  }

  private static String name(Field total, String level) {
    return total.name() + "_" + level;
  }

  private static Map<String, Column> byLevel() {
    Map<String, Column> levels = new LinkedHashMap<>();
    levels.put(Cells.ALL, place());
    for (Field level : List.of(YEARS.level1, YEARS.level2, YEARS.level3)) {
      levels.put(level.name(), place().or(leaves(YEARS.officialLeaverOf(level))));
    }
    return levels;
  }

  /** Whether the person leaves the place that the breakdown is by, or all trusts if by none. */
  private static Column place() {
    Column breakdown = col(Breakdown.BREAKDOWN);
    Column place = leaves(YEARS.officialLeaver);
    for (Map.Entry<String, Field> of : Breakdown.PLACES.entrySet()) {
      Column left = leaves(YEARS.officialLeaverOf(of.getValue()));
      place = when(breakdown.equalTo(lit(of.getKey())), left).otherwise(place);
    }
    return place;
  }

  private static Column leaves(Field leaver) {
    return coalesce(leaver.col(), lit(false));
  }
}
