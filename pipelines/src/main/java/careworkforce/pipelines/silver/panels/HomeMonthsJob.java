package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ascwds.AscwdsCodes;
import careworkforce.pipelines.silver.spells.AscWorkerSpells;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Counts staff by adding up starts and ends: a spell is two events, never a row for each of its
 * months.
 */
@AutoService(Job.class)
public final class HomeMonthsJob implements Transform {
  private static final HomeMonths MONTHS = HomeMonths.TABLE;
  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;
  private static final AscEstablishments ESTABLISHMENTS = AscEstablishments.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;

  private static final String NUMBER = "month_number";
  private static final String REPORTER = EstablishmentHomes.REPORTER;
  private static final String FROM = EstablishmentHomes.FROM;
  private static final String TO = EstablishmentHomes.TO;

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, ESTABLISHMENTS, LOCATIONS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> reported =
        EstablishmentHomes.extracts(inputs.table(ESTABLISHMENTS), inputs.table(LOCATIONS));
    Dataset<Row> reporters = EstablishmentHomes.reporters(reported);
    Dataset<Row> staff = staffed(events(inputs.table(SPELLS), reporters), covered(reporters));
    return MONTHS.select(
        staff
            .join(
                told(reported),
                new String[] {MONTHS.homeId.name(), MONTHS.month.name()},
                "left_outer")
            .withColumn(
                MONTHS.turnover.name(),
                MONTHS
                    .leavers
                    .col()
                    .multiply(lit(12))
                    .cast("double")
                    .divide(MONTHS.staffAtStart.col())));
  }

  /** Months from the first of whose staff any of a home's establishments tells to the last. */
  private static Dataset<Row> covered(Dataset<Row> reporters) {
    return reporters
        .groupBy(MONTHS.homeId.col())
        .agg(min(col(FROM)).as(FROM), max(col(TO)).as(TO))
        .select(
            MONTHS.homeId.col(),
            explode(sequence(col(FROM), col(TO))).as(NUMBER),
            lit(true).as("covered"));
  }

  /**
   * Employees who come and go, by home and month, within the months of their establishment: whoever
   * is there before its first comes with it and is no starter, nor is who is there at the first
   * extract of its workers without a told start; after its last nobody is known to be there. An end
   * that nobody told is not a leaving.
   */
  private static Dataset<Row> events(Dataset<Row> spells, Dataset<Row> reporters) {
    Column unseen =
        when(SPELLS.end.col().notEqual(lit("open")), add_months(SPELLS.lastSeen.col(), 1));
    Column starts = Month.number(SPELLS.startedOn.col());
    Column ends = Month.number(coalesce(SPELLS.endedOn.col(), unseen));
    WindowSpec workers = Window.partitionBy(SPELLS.establishmentId.col());
    Column came = SPELLS.cameWith(Month.first(col(FROM)), col("workers_from"));
    Dataset<Row> employed =
        spells
            .withColumn("workers_from", min(SPELLS.firstSeen.col()).over(workers))
            .where(
                SPELLS
                    .contract
                    .col()
                    .isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED)
                    .and(SPELLS.startedOn.col().isNotNull()))
            .join(
                broadcast(reporters), SPELLS.establishmentId.col().equalTo(col(REPORTER)), "inner")
            .withColumn(
                "starts",
                when(SPELLS.cameWith(Month.first(col(FROM))), col(FROM).minus(lit(1)))
                    .otherwise(starts))
            .withColumn("ends", ends)
            .withColumn("came", came)
            .where(col("starts").leq(col(TO)).and(coalesce(col("ends"), col(TO)).geq(col(FROM))));
    Column toldToLeave = SPELLS.endedOn.col().isNotNull().and(col("ends").leq(col(TO)));
    Column comes =
        struct(
            greatest(col("starts"), col(FROM).minus(lit(1))).as(NUMBER),
            lit(1L).as("net"),
            one(col("starts").geq(col(FROM)).and(not(col("came")))).as("started"),
            lit(0L).as("left"));
    Column goes =
        struct(
            least(col("ends"), col(TO)).as(NUMBER),
            lit(-1L).as("net"),
            lit(0L).as("started"),
            one(toldToLeave).as("left"));
    return employed
        .select(MONTHS.homeId.col(), inline(array(comes, goes)))
        .groupBy(MONTHS.homeId.col(), col(NUMBER))
        .agg(
            sum(col("net")).as("net"),
            sum(col("started")).as("started"),
            sum(col("left")).as("left"));
  }

  private static Column one(Column holds) {
    return when(holds, lit(1L)).otherwise(lit(0L));
  }

  private static Dataset<Row> staffed(Dataset<Row> events, Dataset<Row> covered) {
    WindowSpec before =
        Window.partitionBy(MONTHS.homeId.col())
            .orderBy(col(NUMBER))
            .rowsBetween(Window.unboundedPreceding(), -1);
    return events
        .join(covered, new String[] {MONTHS.homeId.name(), NUMBER}, "full_outer")
        .withColumn(MONTHS.staffAtStart.name(), coalesce(sum(col("net")).over(before), lit(0L)))
        .where(col("covered").and(MONTHS.staffAtStart.col().gt(lit(0L))))
        .select(
            MONTHS.homeId.col(),
            MONTHS.month.is(Month.first(col(NUMBER))),
            MONTHS.staffAtStart.col(),
            MONTHS.leavers.is(coalesce(col("left"), lit(0L))),
            MONTHS.starters.is(coalesce(col("started"), lit(0L))));
  }

  /** What the establishments of a home tell together in a month. */
  private static Dataset<Row> told(Dataset<Row> reported) {
    return reported
        .groupBy(MONTHS.homeId.col(), MONTHS.month.is(ESTABLISHMENTS.month.col()))
        .agg(
            ofAll(ESTABLISHMENTS.vacancies).as(MONTHS.vacancies.name()),
            ofAll(ESTABLISHMENTS.filledPosts).as(MONTHS.filledPosts.name()));
  }

  /** The sum over establishments, null unless each of them tells. */
  private static Column ofAll(Field told) {
    return when(count(told.col()).equalTo(count(lit(1))), sum(told.col()));
  }
}
