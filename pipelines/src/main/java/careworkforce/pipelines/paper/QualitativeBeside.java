package careworkforce.pipelines.paper;

import static org.apache.spark.sql.functions.not;

import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.Numbers;
import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.careers.CareersQualitative;
import careworkforce.pipelines.gold.careers.descriptives.Breakdown;
import careworkforce.pipelines.gold.careers.descriptives.CareersMovesBy;
import careworkforce.pipelines.silver.careers.CareerYears;
import java.sql.Date;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Qualitative measures, each beside the moves of its trust and pathway: those of the whole record,
 * and in the year of the measure, or the nearest that the record compares, the rate of the trust
 * and that of all trusts. A measure of several pathways has the sum of their movers and no rate.
 *
 * @param of the lake's parts
 */
record QualitativeBeside(LakeParts of) {
  private static final CareersQualitative MEASURES = CareersQualitative.TABLE;
  private static final CareersMovesBy MOVES = CareersMovesBy.TABLE;
  private static final String TRUST = "trust";
  private static final String NONE = "–";
  private static final List<String> BESIDE =
      List.of(
          "year from September",
          "movers",
          "monthly rate of the trust",
          "monthly rate of all trusts");

  Part part() {
    return of.of(
        "qualitative",
        "Qualitative measures beside the moves",
        MEASURES,
        of.stands(MEASURES) ? grid() : null,
        List.of());
  }

  private @Nullable TableGrid grid() {
    List<Row> measures = Selection.of(MEASURES).rows(of.lake());
    if (measures.isEmpty()) {
      return null;
    }
    List<Row> moves = moves(measures);
    List<String> head =
        new ArrayList<>(MEASURES.fields().stream().map(DescribedTable::words).toList());
    head.addAll(BESIDE);
    List<List<String>> body = new ArrayList<>();
    for (Row measure : measures) {
      List<String> line = new ArrayList<>();
      MEASURES.fields().forEach(field -> line.add(DescribedTable.cell(measure, field)));
      line.addAll(beside(measure, moves));
      body.add(line);
    }
    return new TableGrid(
        List.of(head),
        body,
        List.of(),
        "Measures are coded at King's. Moves stand for the whole record; movers and rates for the"
            + " year from September that the measure is of, or the nearest that the record compares,"
            + " with 95% intervals. What stands side by side is described, not explained.");
  }

  /** Moves between groups of the measured trusts, and of all trusts. */
  private List<Row> moves(List<Row> measures) {
    if (!of.stands(MOVES)) {
      return List.of();
    }
    Object[] trusts =
        measures.stream().map(row -> text(row, MEASURES.organisation)).distinct().toArray();
    return Selection.of(MOVES)
        .where(MOVES.fromGroup.col().notEqual(MOVES.toGroup.col()))
        .where(not(MOVES.toGroup.col().isin(CareerYears.LEFT, CareerYears.TRANSFERRED)))
        .where(
            MOVES
                .breakdown
                .col()
                .equalTo(Breakdown.ALL)
                .or(MOVES.breakdown.col().equalTo(TRUST).and(MOVES.value.col().isin(trusts))))
        .rows(of.lake());
  }

  private static List<String> beside(Row measure, List<Row> moves) {
    if (moves.isEmpty()) {
      return List.of(NONE, NONE, NONE, NONE);
    }
    int asked = september(measure.<Date>getAs(MEASURES.wave.name()).toLocalDate());
    int year =
        moves.stream()
            .map(QualitativeBeside::year)
            .min(
                Comparator.comparing((Integer y) -> Math.abs(y - asked))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    List<Row> covered =
        moves.stream()
            .filter(move -> year(move) == year)
            .filter(move -> covers(measure, MEASURES.fromGroup, move, MOVES.fromGroup))
            .filter(move -> covers(measure, MEASURES.toGroup, move, MOVES.toGroup))
            .toList();
    List<Row> ofTrust =
        covered.stream()
            .filter(move -> text(move, MOVES.breakdown).equals(TRUST))
            .filter(move -> text(move, MOVES.value).equals(text(measure, MEASURES.organisation)))
            .toList();
    List<Row> ofAll =
        covered.stream().filter(m -> text(m, MOVES.breakdown).equals(Breakdown.ALL)).toList();
    boolean onePathway =
        !text(measure, MEASURES.fromGroup).equals(CareersQualitative.ALL)
            && !text(measure, MEASURES.toGroup).equals(CareersQualitative.ALL);
    long movers = ofTrust.stream().mapToLong(m -> m.<Long>getAs(MOVES.movers.name())).sum();
    return List.of(
        String.valueOf(year),
        ofTrust.isEmpty() ? NONE : Numbers.whole(movers),
        onePathway ? rate(ofTrust) : NONE,
        onePathway ? rate(ofAll) : NONE);
  }

  private static String rate(List<Row> moves) {
    return moves.stream()
        .map(move -> DescribedTable.cell(move, MOVES, MOVES.rate.value()))
        .findFirst()
        .orElse(NONE);
  }

  private static boolean covers(Row measure, Field of, Row move, Field group) {
    String groups = text(measure, of);
    return groups.equals(CareersQualitative.ALL) || groups.equals(text(move, group));
  }

  private static int year(Row move) {
    return move.<Integer>getAs(MOVES.year.name());
  }

  /** The year of the last 30 September before a month's end. */
  private static int september(LocalDate month) {
    return month.getMonthValue() >= Month.OCTOBER.getValue()
        ? month.getYear()
        : month.getYear() - 1;
  }

  private static String text(Row row, Field field) {
    return row.getAs(field.name());
  }
}
