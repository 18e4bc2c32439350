package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.estimate.data.Column;
import java.util.Arrays;
import java.util.List;

/**
 * Levels of a column that a hazard is told for; every other one, and none at all, is put to the
 * reference.
 *
 * @param reference with which others are compared
 * @param kept in alphabetical order, the reference among them
 */
record MergedLevels(String reference, List<String> kept) {
  /** The column with other levels put to the reference, where it is in memory. */
  Column.Codes of(Column.Codes column) {
    int to = kept.indexOf(reference);
    int[] number =
        column.levels().stream()
            .mapToInt(level -> kept.contains(level) ? kept.indexOf(level) : to)
            .toArray();
    return new Column.Codes(
        Arrays.stream(column.values()).map(level -> level < 0 ? to : number[level]).toArray(),
        kept);
  }

  /** The same, where Spark has it. */
  org.apache.spark.sql.Column of(org.apache.spark.sql.Column column) {
    return when(column.isin(kept.toArray()), column).otherwise(lit(reference));
  }

  /** Whether there is a level to compare with the reference. */
  boolean several() {
    return parameters() > 0;
  }

  /** How many parameters {@link #term} stands for: one a level, but for the reference. */
  int parameters() {
    return Math.max(0, kept.size() - 1);
  }

  /** The levels as a formula's dummies of a column. */
  String term(String column) {
    return "i(" + column + ", ref = \"" + reference + "\")";
  }
}
