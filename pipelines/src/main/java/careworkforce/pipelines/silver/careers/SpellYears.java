package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.EsrSpells;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Spells cut into years from September to August: what each person is in the first month on a
 * payroll, what in September whether on a payroll or not, and what is left in between. One shuffle,
 * by person.
 */
final class SpellYears {
  /** Name of the struct of the first month of the year on a payroll; null if there is none. */
  static final String START = "start";

  /** Name of the struct of September; null before the person's first month. */
  static final String SEPTEMBER = "september";

  /** Name of the number of the month that a struct of {@link #START} describes. */
  static final String MONTH = "month_number";

  /** Name of the flag of a month in active service. */
  static final String SERVED = "served";

  /** Name of the number of the window's first month. */
  static final String WINDOW_FIRST = "window_first";

  /** Name of the number of the window's last month. */
  static final String WINDOW_LAST = "window_last";

  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;

  /** What a person is described by in a month, told of the spell that it lies in. */
  static final List<Field> DESCRIBED =
      List.of(
          SPELLS.state,
          SPELLS.organisation,
          YEARS.trustType,
          YEARS.region,
          YEARS.icb,
          SPELLS.level1,
          SPELLS.level2,
          SPELLS.level3,
          SPELLS.band,
          SPELLS.bandRank,
          SPELLS.inTraining);

  private static final Column FIRST = col("first");
  private static final Column LAST = col("last");
  private static final Column PRESENT = col("present");
  private static final Column ACUTE = col("acute");
  private static final Column NEXT_ACUTE = col("next_acute");
  private static final Column NEXT_STATE = col("next_state");

  private SpellYears() {}

  /** Number of the September a year begins with. */
  static Column september() {
    return SeptemberYear.first(YEARS.year.col());
  }

  /**
   * One row a person and year, from the first year seen to the last.
   *
   * @param spells rows of {@link EsrSpells} with type, region and board of the trust
   * @param gap months of absence that are leaving
   * @param held months at work that prove a move
   */
  static Dataset<Row> of(Dataset<Row> spells, int gap, int held) {
    Column begins = when(PRESENT, FIRST).otherwise(FIRST.minus(lit(1)));
    Dataset<Row> cut =
        withNextAcute(numbered(spells))
            .withColumn(
                YEARS.year.name(),
                explode(sequence(SeptemberYear.of(begins), SeptemberYear.of(LAST))));
    Column sees = september().between(FIRST, LAST);
    Column told = least(SeptemberYear.last(YEARS.year.col()), col(WINDOW_LAST).minus(lit(gap)));
    Column beforeMoves =
        least(SeptemberYear.last(YEARS.year.col()), col(WINDOW_LAST).minus(lit(held + 1)));
    Column exit =
        SPELLS
            .state
            .col()
            .isin(PayrollState.GAP, PayrollState.LEFT)
            .and(SPELLS.months.col().geq(lit(gap)))
            .and(FIRST.minus(lit(1)).between(september(), told));
    Column acuteExit = ACUTE.and(leavesAcute(gap)).and(LAST.between(september(), told));
    return cut.groupBy(SPELLS.personId.col(), YEARS.year.col())
        .agg(
            min(when(PRESENT, described())).as(START),
            max(when(sees, described())).as(SEPTEMBER),
            months(PRESENT, told).as(YEARS.personMonths.name()),
            months(PRESENT, beforeMoves).as(YEARS.movingMonths.name()),
            count_if(exit).cast("int").as(YEARS.exits.name()),
            months(ACUTE, told).as(YEARS.acuteMonths.name()),
            count_if(acuteExit).cast("int").as(YEARS.acuteExits.name()),
            bool_or(PRESENT.and(SPELLS.leaves()).and(LAST.between(september(), told)))
                .as(YEARS.left.name()),
            bool_or(PayrollState.inActiveService(SPELLS.state.col())).as(SERVED),
            max(col(WINDOW_FIRST)).as(WINDOW_FIRST),
            max(col(WINDOW_LAST)).as(WINDOW_LAST));
  }

  /** Months of the year in spells of a kind, none of them later than one. */
  private static Column months(Column kind, Column until) {
    Column months =
        greatest(lit(0), least(LAST, until).minus(greatest(FIRST, september())).plus(lit(1)));
    return sum(when(kind, months).otherwise(lit(0))).cast("int");
  }

  /**
   * Tells spells in acute trusts, the first month of the person's next of them, and what follows.
   */
  private static Dataset<Row> withNextAcute(Dataset<Row> spells) {
    WindowSpec career = Window.partitionBy(SPELLS.personId.col()).orderBy(FIRST);
    WindowSpec later = career.rowsBetween(1, Window.unboundedFollowing());
    return spells
        .withColumn(
            ACUTE.toString(),
            PRESENT.and(coalesce(YEARS.trustType.col().equalTo(lit(Trusts.ACUTE)), lit(false))))
        .withColumn(NEXT_ACUTE.toString(), min(when(ACUTE, FIRST)).over(later))
        .withColumn(NEXT_STATE.toString(), lead(SPELLS.state.col(), 1).over(career));
  }

  /** For so long on no acute trust's payroll, and not because the service left the record. */
  private static Column leavesAcute(int gap) {
    Column until = coalesce(NEXT_ACUTE, col(WINDOW_LAST).plus(lit(1)));
    Column away = until.minus(LAST).minus(lit(1));
    return away.geq(lit(gap))
        .and(coalesce(NEXT_STATE.notEqual(lit(PayrollState.TRANSFERRED)), lit(true)));
  }

  private static Dataset<Row> numbered(Dataset<Row> spells) {
    Dataset<Row> window =
        spells.agg(
            Month.number(min(SPELLS.firstMonth.col())).as(WINDOW_FIRST),
            Month.number(max(SPELLS.lastMonth.col())).as(WINDOW_LAST));
    return spells
        .withColumn("first", Month.number(SPELLS.firstMonth.col()))
        .withColumn("last", Month.number(SPELLS.lastMonth.col()))
        .withColumn("present", PayrollState.onPayroll(SPELLS.state.col()))
        .crossJoin(broadcast(window));
  }

  private static Column described() {
    List<Column> columns = new ArrayList<>(List.of(greatest(FIRST, september()).as(MONTH)));
    DESCRIBED.forEach(field -> columns.add(field.col()));
    return struct(columns.toArray(Column[]::new));
  }
}
