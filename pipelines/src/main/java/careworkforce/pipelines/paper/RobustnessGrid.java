package careworkforce.pipelines.paper;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.careers.drivers.CareersRobustness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Robustness as one grid: the estimates under every variant, and below them the rates of moves and
 * exits under other rules, a row each.
 *
 * @param of the lake's parts
 * @param tables the study's tables, among them that of rules, if it has one
 */
record RobustnessGrid(LakeParts of, List<Table> tables) {
  private static final CareersRobustness VARIANTS = CareersRobustness.TABLE;
  private static final String RULES = "careers_rule_grid";

  Part part() {
    return of.of(
        "robustness",
        "Robustness",
        VARIANTS,
        of.lake().exists(VARIANTS) ? grid() : null,
        List.of());
  }

  private TableGrid grid() {
    List<Selection> selections = new ArrayList<>();
    selections.add(Selection.of(VARIANTS).byRank(VARIANTS.place));
    tables.stream()
        .filter(table -> table.name().equals(RULES) && of.lake().exists(table))
        .forEach(table -> selections.add(Selection.of(table)));
    Set<String> columns = new LinkedHashSet<>();
    selections.forEach(s -> columns(s.table()).forEach(f -> columns.add(f.name())));
    List<List<String>> body = new ArrayList<>();
    for (Selection selection : selections) {
      selection.rows(of.lake()).forEach(row -> body.add(line(row, selection.table(), columns)));
    }
    List<String> head = new ArrayList<>(List.of(EstimateGrid.words(VARIANTS.variant.name())));
    columns.forEach(column -> head.add(EstimateGrid.words(column)));
    return new TableGrid(
        List.of(head),
        body,
        List.of(),
        "Standard errors, or 95% intervals, in parentheses. "
            + TableGrid.STARS
            + ". An association is not a causal effect; rates under other rules describe.");
  }

  /** Columns but those that name the rows, or only order them. */
  private static List<Field> columns(Table table) {
    return DescribedTable.columns(
        table, table.fields().stream().filter(f -> !f.isKey() && f != VARIANTS.place).toList());
  }

  private static List<String> line(Row row, Table table, Set<String> columns) {
    List<String> line = new ArrayList<>();
    line.add(
        table.key().stream()
            .map(field -> EstimateGrid.words(DescribedTable.cell(row, field)))
            .collect(Collectors.joining(" ")));
    List<Field> own = columns(table);
    for (String column : columns) {
      line.add(
          own.stream()
              .filter(field -> field.name().equals(column))
              .map(field -> DescribedTable.cell(row, table, field))
              .findFirst()
              .orElse(""));
    }
    return line;
  }
}
