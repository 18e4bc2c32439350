package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
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
    Dataset<Row> kept = inputs.table(ESTABLISHMENTS).where(ESTABLISHMENTS.droppedBy.col().isNull());
    Dataset<Row> reported = withHome(kept, inputs.table(LOCATIONS));
    Dataset<Row> staff = staffed(events(inputs.table(SPELLS), reported), covered(reported));
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

  /** Establishment rows with their home. */
  private static Dataset<Row> withHome(Dataset<Row> kept, Dataset<Row> locations) {
    return kept.join(
        broadcast(EstablishmentHomes.of(kept, locations)),
        ESTABLISHMENTS.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
        "inner");
  }

  /** Months from a home's first extract to its last. */
  private static Dataset<Row> covered(Dataset<Row> reported) {
    return reported
        .groupBy(MONTHS.homeId.col())
        .agg(
            Month.number(min(ESTABLISHMENTS.month.col())).as("from"),
            Month.number(max(ESTABLISHMENTS.month.col())).as("to"))
        .select(
            MONTHS.homeId.col(),
            explode(sequence(col("from"), col("to"))).as(NUMBER),
            lit(true).as("covered"));
  }

  /** Starts and ends of employees by home and month; an end that nobody told is not a leaving. */
  private static Dataset<Row> events(Dataset<Row> spells, Dataset<Row> reported) {
    Dataset<Row> homes =
        reported.select(col(EstablishmentHomes.REPORTER), MONTHS.homeId.col()).distinct();
    Column unseen =
        when(SPELLS.end.col().notEqual(lit("open")), add_months(SPELLS.lastSeen.col(), 1));
    Dataset<Row> employed =
        spells
            .where(
                SPELLS
                    .contract
                    .col()
                    .isInCollection(AscwdsCodes.DIRECTLY_EMPLOYED)
                    .and(SPELLS.startedOn.col().isNotNull()))
            .join(
                broadcast(homes),
                SPELLS.establishmentId.col().equalTo(col(EstablishmentHomes.REPORTER)),
                "inner")
            .withColumn("gone", coalesce(SPELLS.endedOn.col(), unseen));
    Dataset<Row> starts =
        employed.select(
            MONTHS.homeId.col(),
            Month.number(SPELLS.startedOn.col()).as(NUMBER),
            lit(1L).as("started"),
            lit(0L).as("ended"),
            lit(0L).as("left"));
    Dataset<Row> ends =
        employed
            .where(col("gone").isNotNull())
            .select(
                MONTHS.homeId.col(),
                Month.number(col("gone")).as(NUMBER),
                lit(0L).as("started"),
                lit(1L).as("ended"),
                when(SPELLS.endedOn.col().isNotNull(), lit(1L)).otherwise(lit(0L)).as("left"));
    return starts
        .unionByName(ends)
        .groupBy(MONTHS.homeId.col(), col(NUMBER))
        .agg(
            sum(col("started")).as("started"),
            sum(col("ended")).as("ended"),
            sum(col("left")).as("left"));
  }

  private static Dataset<Row> staffed(Dataset<Row> events, Dataset<Row> covered) {
    WindowSpec before =
        Window.partitionBy(MONTHS.homeId.col())
            .orderBy(col(NUMBER))
            .rowsBetween(Window.unboundedPreceding(), -1);
    Column net = coalesce(col("started"), lit(0L)).minus(coalesce(col("ended"), lit(0L)));
    return events
        .join(covered, new String[] {MONTHS.homeId.name(), NUMBER}, "full_outer")
        .withColumn(MONTHS.staffAtStart.name(), coalesce(sum(net).over(before), lit(0L)))
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
