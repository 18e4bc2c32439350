package careworkforce.pipelines.paper;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Numbers;
import careworkforce.pipelines.gold.EstimateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Estimates as a paper prints them: a column an estimator, a pair of lines an outcome, sample and
 * term, the standard error in parentheses below the estimate. Where a column has estimates that are
 * causal and others that are not, each pair of lines says which it is.
 */
final class EstimateGrid {
  private static final int DIGITS = 3;

  /** What the lines of a table stand for. */
  private record Line(String sample, String outcome, String term, String per) {
    static Line of(EstimateRow row) {
      return new Line(row.sample(), row.outcome(), row.term(), row.per());
    }

    String name() {
      return words(outcome) + (term.equals(outcome) ? "" : ", " + words(term)) + ", for " + per;
    }
  }

  private EstimateGrid() {}

  /** The table of rows, which are in the order of {@link EstimateRow#in}. */
  static TableGrid of(List<EstimateRow> rows) {
    List<String> estimators =
        new ArrayList<>(
            rows.stream()
                .map(EstimateRow::estimator)
                .collect(Collectors.toCollection(TreeSet::new)));
    boolean mixed =
        estimators.stream()
            .anyMatch(e -> of(rows, e).map(EstimateRow::design).distinct().count() > 1);
    List<List<String>> body = new ArrayList<>();
    String sample = "";
    for (Line line : rows.stream().map(Line::of).distinct().toList()) {
      if (!line.sample().equals(sample)) {
        sample = line.sample();
        body.add(row("Sample: " + sample, estimators, e -> ""));
      }
      body.add(row(line.name(), estimators, e -> cell(rows, line, e, EstimateGrid::starred)));
      body.add(
          row(
              mixed ? standsFor(rows.stream().filter(r -> Line.of(r).equals(line))) : "",
              estimators,
              e -> cell(rows, line, e, r -> "(" + number(r.stdError()) + ")")));
    }
    return new TableGrid(
        List.of(row("", estimators, EstimateGrid::words)),
        body,
        foot(rows, estimators),
        note(rows));
  }

  private static List<List<String>> foot(List<EstimateRow> rows, List<String> estimators) {
    return List.of(
        row("Observations", estimators, e -> range(rows, e, EstimateRow::observations)),
        row("Clusters", estimators, e -> range(rows, e, EstimateRow::clusters)),
        row("Stands for", estimators, e -> standsFor(of(rows, e))));
  }

  private static String standsFor(Stream<EstimateRow> rows) {
    return rows.map(EstimateRow::design).distinct().sorted().collect(Collectors.joining(" / "));
  }

  private static String note(List<EstimateRow> rows) {
    return "Standard errors in parentheses: "
        + rows.stream().map(EstimateRow::variance).distinct().collect(Collectors.joining("; "))
        + ". "
        + TableGrid.STARS
        + ". An association is not a causal effect.";
  }

  private static String range(
      List<EstimateRow> rows, String estimator, ToLongFunction<EstimateRow> count) {
    long least = of(rows, estimator).mapToLong(count).min().orElse(0);
    long most = of(rows, estimator).mapToLong(count).max().orElse(0);
    return least == most
        ? Numbers.whole(most)
        : Numbers.whole(least) + " to " + Numbers.whole(most);
  }

  private static Stream<EstimateRow> of(List<EstimateRow> rows, String estimator) {
    return rows.stream().filter(r -> r.estimator().equals(estimator));
  }

  private static String cell(
      List<EstimateRow> rows, Line line, String estimator, Function<EstimateRow, String> text) {
    return of(rows, estimator)
        .filter(r -> Line.of(r).equals(line))
        .map(text)
        .findFirst()
        .orElse("");
  }

  private static String starred(EstimateRow row) {
    return number(row.estimate()) + TableGrid.stars(row.pValue());
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS);
  }

  private static List<String> row(
      String name, List<String> columns, Function<String, String> cell) {
    List<String> row = new ArrayList<>();
    row.add(name);
    columns.forEach(column -> row.add(cell.apply(column)));
    return row;
  }

  static String words(String code) {
    return code.replace('_', ' ');
  }
}
