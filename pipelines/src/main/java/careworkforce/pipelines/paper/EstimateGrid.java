package careworkforce.pipelines.paper;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Numbers;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.InstrumentStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Estimates as a paper prints them: a column an estimator, lines an outcome, sample and term, the
 * standard error in parentheses below the estimate. Below it stand the effective F and Anderson and
 * Rubin's set of those that tell them, and, where a column's estimates are of unlike numbers, each
 * one's observations and clusters. Where a column has estimates that are causal and others that are
 * not, the lines say which they are.
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
    boolean alike = estimators.stream().allMatch(e -> sizes(of(rows, e)).count() == 1);
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
      addIfTold(
          body, row("Effective F", estimators, e -> cell(rows, line, e, EstimateGrid::effectiveF)));
      addIfTold(
          body, row("Anderson-Rubin 95% set", estimators, e -> cell(rows, line, e, r -> set(r))));
      if (!alike) {
        body.add(
            row("Observations (clusters)", estimators, e -> cell(rows, line, e, r -> size(r))));
      }
    }
    return new TableGrid(
        List.of(row("", estimators, EstimateGrid::words)),
        body,
        foot(rows, estimators, alike),
        note(rows));
  }

  private static void addIfTold(List<List<String>> body, List<String> row) {
    if (row.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
      body.add(row);
    }
  }

  private static String effectiveF(EstimateRow row) {
    InstrumentStrength strength = row.strength();
    return strength == null || Double.isNaN(strength.effectiveF())
        ? ""
        : Numbers.fixed(strength.effectiveF(), 1);
  }

  private static String set(EstimateRow row) {
    InstrumentStrength strength = row.strength();
    if (strength == null || strength.shape() == null) {
      return "";
    }
    return Double.isNaN(strength.low())
        ? strength.shape()
        : number(strength.low()) + " to " + number(strength.high());
  }

  private static String size(EstimateRow row) {
    return Numbers.whole(row.observations()) + " (" + Numbers.whole(row.clusters()) + ")";
  }

  /** The numbers of observations and clusters among some rows, each once. */
  private static Stream<String> sizes(Stream<EstimateRow> rows) {
    return rows.map(EstimateGrid::size).distinct();
  }

  private static List<List<String>> foot(
      List<EstimateRow> rows, List<String> estimators, boolean alike) {
    List<List<String>> foot = new ArrayList<>();
    if (alike) {
      foot.add(
          row(
              "Observations (clusters)",
              estimators,
              e -> sizes(of(rows, e)).findFirst().orElse("")));
    }
    foot.add(row("Stands for", estimators, e -> standsFor(of(rows, e))));
    return foot;
  }

  private static String standsFor(Stream<EstimateRow> rows) {
    return rows.map(EstimateRow::design).distinct().sorted().collect(Collectors.joining(" / "));
  }

  private static String note(List<EstimateRow> rows) {
    return "Standard errors in parentheses: "
        + rows.stream().map(EstimateRow::variance).distinct().collect(Collectors.joining("; "))
        + ". "
        + (rows.stream().anyMatch(row -> !set(row).isEmpty())
            ? "Anderson and Rubin's sets hold however weak the instrument; where the effective F is"
                + " below 10 they stand alone. "
            : "")
        + TableGrid.STARS
        + ". An association is not a causal effect.";
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
