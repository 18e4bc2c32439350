package careworkforce.pipelines.paper;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Block;
import careworkforce.pipelines.gold.careers.CareersTransitionMatrix;
import careworkforce.pipelines.gold.careers.descriptives.Breakdown;
import careworkforce.pipelines.gold.careers.descriptives.CareersMovesBy;
import careworkforce.pipelines.report.MovesSection;
import careworkforce.pipelines.silver.careers.CareerYears;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Where staff of each occupation group are a year later, and who makes the moves that are made
 * most.
 *
 * @param of the lake's parts
 */
record OriginDestination(LakeParts of) {
  private static final CareersTransitionMatrix MATRIX = CareersTransitionMatrix.TABLE;
  private static final CareersMovesBy MOVES = CareersMovesBy.TABLE;
  private static final Object[] NO_GROUP = {CareerYears.LEFT, CareerYears.TRANSFERRED};
  private static final int PAIRS = 3;

  List<Part> parts() {
    return List.of(matrix(), rates(), byTrait());
  }

  private Part matrix() {
    String title = "Origin by destination";
    if (!of.stands(MATRIX)) {
      return of.of("matrix", title, MATRIX, null, List.of());
    }
    List<Block> picture = List.of(MovesSection.figure(of.lake()));
    List<Row> rows = Selection.of(MATRIX).lastYear(MATRIX.year).rows(of.lake());
    return of.of("matrix", title, MATRIX, rows.isEmpty() ? null : shares(rows), picture);
  }

  private static TableGrid shares(List<Row> rows) {
    Set<String> from = new TreeSet<>();
    Set<String> to = new TreeSet<>();
    for (Row row : rows) {
      from.add(row.getAs(MATRIX.fromGroup.name()));
      to.add(row.getAs(MATRIX.toGroup.name()));
    }
    List<String> head = new ArrayList<>(List.of("from, to"));
    to.forEach(group -> head.add(EstimateGrid.words(group)));
    List<List<String>> body = new ArrayList<>();
    for (String origin : from) {
      List<String> line = new ArrayList<>(List.of(EstimateGrid.words(origin)));
      for (String destination : to) {
        line.add(
            rows.stream()
                .filter(row -> row.getAs(MATRIX.fromGroup.name()).equals(origin))
                .filter(row -> row.getAs(MATRIX.toGroup.name()).equals(destination))
                .map(row -> DescribedTable.cell(row, MATRIX.share))
                .findFirst()
                .orElse(""));
      }
      body.add(line);
    }
    return new TableGrid(
        List.of(head),
        body,
        List.of(),
        "Shares of those in the row's group in September of "
            + rows.get(0).getAs(MATRIX.year.name())
            + " who are in the column's a year later.");
  }

  private Part rates() {
    return of.selected(
        "matrix_rates",
        "Moves and leaving by the month",
        Selection.of(MATRIX)
            .where(MATRIX.fromGroup.col().notEqual(MATRIX.toGroup.col()))
            .lastYear(MATRIX.year)
            .byMost(MATRIX.moves),
        "");
  }

  private Part byTrait() {
    Selection printed =
        Selection.of(MOVES)
            .where(madeMost())
            .where(not(MOVES.breakdown.col().isin(CareersDescriptions.MANY)))
            .lastYear(MOVES.year)
            .first(250);
    return of.selected(
        "moves_by_trait",
        "Who makes the moves that are made most",
        printed,
        "Of the " + PAIRS + " pathways of most movers; the others stand in the table's file.");
  }

  /** Whether a row is of one of the pairs of groups that most moved between in the last year. */
  private Column madeMost() {
    if (!of.stands(MOVES)) {
      return lit(false);
    }
    return Selection.of(MOVES)
        .only(MOVES.breakdown, Breakdown.ALL)
        .where(MOVES.fromGroup.col().notEqual(MOVES.toGroup.col()))
        .where(not(MOVES.toGroup.col().isin(NO_GROUP)))
        .lastYear(MOVES.year)
        .byMost(MOVES.movers)
        .rows(of.lake())
        .stream()
        .limit(PAIRS)
        .map(
            row ->
                MOVES
                    .fromGroup
                    .col()
                    .equalTo(lit(row.getAs(MOVES.fromGroup.name())))
                    .and(MOVES.toGroup.col().equalTo(lit(row.getAs(MOVES.toGroup.name())))))
        .reduce(lit(false), Column::or);
  }
}
