package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.delta.Part;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.MonthlyTransform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.common.time.MonthSpells;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.person.RecordWindow;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Collapses the monthly panel to spells, and fills the absences between and after them. */
@AutoService(Job.class)
public final class EsrSpellsJob implements MonthlyTransform {
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;

  public static final Setting<Integer> GAP =
      Setting.integer(
          "careers.leaving.gap", "months", "absence to the window's end that is leaving", 1, 24);

  /** Reasons of an assignment that ends without a person leaving (layouts.md, fact on ESR). */
  private static final String NO_EXIT = "^(Employee Transfer|Merged Organisation)";

  private static final Column FIRST = col(MonthSpells.FIRST);
  private static final Column LAST = col(MonthSpells.LAST);
  private static final Column PRESENT = col("present");
  private static final Column FOLLOWED_BY = col("followed_by");
  private static final Column ABSENT = col("absent");
  private static final Column NEXT_FIRST = col("next_first");
  private static final Column MONTH = Month.number(MONTHS.month.col());

  /** What is the same in all months of a spell, beside the state; null in an absence. */
  private static final List<Field> DESCRIBED =
      List.of(
          SPELLS.organisation,
          SPELLS.level1,
          SPELLS.level2,
          SPELLS.level3,
          SPELLS.band,
          SPELLS.bandRank,
          SPELLS.inTraining);

  /** The person, and what is the same in all months of a spell. */
  private static final List<String> KEY =
      Stream.of(List.of(SPELLS.personId), DESCRIBED, List.of(SPELLS.state))
          .flatMap(List::stream)
          .map(Field::name)
          .toList();

  @Override
  public Table writes() {
    return SPELLS;
  }

  @Override
  public List<Table> reads() {
    return List.of(MONTHS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(GAP);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> months = inputs.table(MONTHS);
    return told(MonthSpells.collapse(months, KEY, 1, MONTH, 0), reasons(months), inputs);
  }

  /**
   * The spells of a person from the one in which the first change falls, or which it may touch. Of
   * the months outside those changed, the spells that stand tell all but one thing: of the month
   * before a change, in which a spell may now end, the reasons are read again.
   */
  @Override
  public Replacement replacement(Inputs inputs, SortedSet<Month> changed, Dataset<Row> standing) {
    Part part = Part.openOrFromYear(SPELLS.settledYear, changed.first());
    SortedSet<Month> ends = new TreeSet<>(changed);
    changed.forEach(month -> ends.add(month.plus(-1)));
    Dataset<Row> months = inputs.table(MONTHS);
    Dataset<Row> spells =
        standing
            .where(part.col())
            .where(PayrollState.onPayroll(SPELLS.state.col()))
            .withColumn(MonthSpells.FIRST, Month.number(SPELLS.firstMonth.col()))
            .withColumn(MonthSpells.LAST, Month.number(SPELLS.lastMonth.col()));
    Dataset<Row> reasons =
        spells
            .where(SPELLS.endingReason.col().isNotNull())
            .where(not(Part.ofMonths(SPELLS.lastMonth, ends).col()))
            .select(SPELLS.personId.col(), LAST, SPELLS.endingReason.col())
            .union(reasons(months.where(Part.ofMonths(MONTHS.month, ends).col())));
    Dataset<Row> again = months.where(Part.ofMonths(MONTHS.month, changed).col());
    Dataset<Row> mended = MonthSpells.mended(spells, changed, again, KEY, 1, MONTH);
    return new Replacement(part, told(mended, reasons, inputs), changed);
  }

  private static Dataset<Row> told(Dataset<Row> spells, Dataset<Row> reasons, Inputs inputs) {
    return SPELLS.select(withAbsences(followed(spells, reasons, inputs), inputs.value(GAP)));
  }

  /**
   * Adds what follows each spell on the payroll: another spell, or an absence. Reasons are found by
   * person alone, by whom the spells are gathered and sorted already: an equality of months too
   * would have them shuffled and sorted again.
   */
  private static Dataset<Row> followed(Dataset<Row> spells, Dataset<Row> reasons, Inputs inputs) {
    WindowSpec career = Window.partitionBy(MONTHS.personId.col()).orderBy(FIRST);
    Column transferred = coalesce(reason().rlike(NO_EXIT), lit(false));
    Column missing = coalesce(NEXT_FIRST, RecordWindow.LAST.plus(lit(1)));
    Column leaving = col("leaving_month");
    int gap = inputs.value(GAP);
    Dataset<Row> reasoned =
        spells
            .withColumn(NEXT_FIRST.toString(), lead(FIRST, 1).over(career))
            .withColumn("next_state", lead(MONTHS.state.col(), 1).over(career))
            .join(
                reasons.toDF("leaver", "leaving_month", SPELLS.endingReason.name()),
                MONTHS.personId.col().equalTo(col("leaver")).and(LAST.between(leaving, leaving)),
                "left_outer");
    return RecordWindow.beside(reasoned, inputs)
        .withColumn("absent", missing.minus(LAST).minus(lit(1)))
        .withColumn(
            "followed_by",
            when(ABSENT.equalTo(lit(0)), col("next_state"))
                .when(NEXT_FIRST.isNotNull(), lit(PayrollState.GAP))
                .when(transferred, lit(PayrollState.TRANSFERRED))
                .when(ABSENT.geq(lit(gap)), lit(PayrollState.LEFT))
                .otherwise(lit(PayrollState.GAP)));
  }

  private static Column reason() {
    return SPELLS.endingReason.col();
  }

  /** Person, month and reason wherever one is delivered. */
  private static Dataset<Row> reasons(Dataset<Row> months) {
    return months
        .where(MONTHS.reasonForLeaving.col().isNotNull())
        .select(MONTHS.personId.col(), MONTH, MONTHS.reasonForLeaving.col());
  }

  /**
   * One row for each spell on the payroll, and one more for the absence after it if there is one.
   */
  private static Dataset<Row> withAbsences(Dataset<Row> spells, int gap) {
    Column parts =
        when(ABSENT.gt(lit(0)), array(lit(true), lit(false))).otherwise(array(lit(true)));
    Column first = when(PRESENT, FIRST).otherwise(LAST.plus(lit(1)));
    Column last = when(PRESENT, LAST).otherwise(LAST.plus(ABSENT));
    Column noReturn = NEXT_FIRST.isNull();
    Column unknownEnd = noReturn.and(ABSENT.lt(lit(gap)));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                MONTHS.personId.col(),
                SPELLS.firstMonth.is(Month.first(first)),
                SPELLS.lastMonth.is(Month.first(last)),
                SPELLS.months.is(last.minus(first).plus(lit(1))),
                SPELLS.state.is(when(PRESENT, MONTHS.state.col()).otherwise(FOLLOWED_BY)),
                SPELLS.leftCensored.is(PRESENT.and(FIRST.equalTo(RecordWindow.FIRST))),
                SPELLS.rightCensored.is(when(PRESENT, unknownEnd).otherwise(noReturn)),
                SPELLS.leaverOfficial.is(PRESENT.and(leavesActiveService())),
                SPELLS.leaverEsr.is(
                    when(PRESENT.and(unknownEnd).and(transferred()), lit(false))
                        .when(PRESENT.and(unknownEnd), lit(null).cast("boolean"))
                        .otherwise(PRESENT.and(FOLLOWED_BY.equalTo(lit(PayrollState.LEFT))))),
                SPELLS.endingReason.is(when(PRESENT, reason())),
                SPELLS.settledYear.is(floor(NEXT_FIRST.divide(lit(12))).cast("int"))));
    DESCRIBED.forEach(field -> columns.add(field.is(when(PRESENT, field.col()))));
    return spells.withColumn("present", explode(parts)).select(columns.toArray(Column[]::new));
  }

  private static Column transferred() {
    return FOLLOWED_BY.equalTo(lit(PayrollState.TRANSFERRED)).and(ABSENT.gt(lit(0)));
  }

  private static Column leavesActiveService() {
    Column stays =
        PayrollState.inActiveService(FOLLOWED_BY)
            .or(FOLLOWED_BY.equalTo(lit(PayrollState.TRANSFERRED)));
    return PayrollState.inActiveService(MONTHS.state.col()).and(coalesce(not(stays), lit(false)));
  }
}
