package careworkforce.pipelines.paper;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.careers.drivers.CareersRobustness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Robustness as one grid to be read down: each headline number, and below it the same under every
 * variant and rule.
 *
 * @param of the lake's parts
 */
record RobustnessGrid(LakeParts of) {
  private static final CareersRobustness VARIANTS = CareersRobustness.TABLE;
  private static final List<Field> COLUMNS =
      List.of(VARIANTS.observations, VARIANTS.clusters, VARIANTS.variance);

  Part part() {
    return of.of(
        "robustness", "Robustness", VARIANTS, of.stands(VARIANTS) ? grid() : null, List.of());
  }

  private @Nullable TableGrid grid() {
    List<Row> rows = Selection.of(VARIANTS).byRank(VARIANTS.place).rows(of.lake());
    Map<String, List<Row>> numbers =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    RobustnessGrid::number, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> body = new ArrayList<>();
    numbers.forEach(
        (number, variants) -> {
          body.add(List.of(number, "", "", "", "", ""));
          variants.forEach(row -> body.add(line(row)));
        });
    List<String> head = new ArrayList<>(List.of("", "estimate", "95% interval"));
    COLUMNS.forEach(column -> head.add(DescribedTable.words(column)));
    return rows.isEmpty()
        ? null
        : new TableGrid(
            List.of(head),
            body,
            List.of(),
            "The first row of each number is its headline. "
                + TableGrid.STARS
                + ". An association is not a causal effect; rates under other rules describe.");
  }

  /** What the rows of one number have in common. */
  private static String number(Row row) {
    String outcome = text(row, VARIANTS.outcome);
    String term = text(row, VARIANTS.term);
    String named = term.equals(outcome) ? outcome : outcome + ", " + term;
    return EstimateGrid.words(named)
        + " ("
        + text(row, VARIANTS.per)
        + "; "
        + text(row, VARIANTS.design)
        + ")";
  }

  private static List<String> line(Row row) {
    List<String> line = new ArrayList<>();
    line.add(EstimateGrid.words(text(row, VARIANTS.sample)));
    line.add(text(row, VARIANTS.estimate) + stars(row));
    line.add(text(row, VARIANTS.ciLow) + " to " + text(row, VARIANTS.ciHigh));
    COLUMNS.forEach(column -> line.add(text(row, column)));
    return line;
  }

  private static String stars(Row row) {
    int p = row.fieldIndex(VARIANTS.pValue.name());
    return row.isNullAt(p) ? "" : TableGrid.stars(row.getDouble(p));
  }

  private static String text(Row row, Field field) {
    return DescribedTable.cell(row, field);
  }
}
