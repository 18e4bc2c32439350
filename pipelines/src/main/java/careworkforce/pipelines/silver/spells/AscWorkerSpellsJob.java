package careworkforce.pipelines.silver.spells;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ascwds.AscwdsLeavers;
import careworkforce.pipelines.bronze.ascwds.AscwdsSentinels;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import careworkforce.pipelines.silver.cleaning.PayBounds;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins what worker extracts show with what the leaver extracts tell. */
@AutoService(Job.class)
public final class AscWorkerSpellsJob implements Transform {
  private static final AscWorkerSpells SPELLS = AscWorkerSpells.TABLE;
  private static final AscwdsWorkers WORKERS = AscwdsWorkers.TABLE;
  private static final AscwdsLeavers LEAVERS = AscwdsLeavers.TABLE;
  private static final String[] KEY = {"establishment_id", "worker_id"};

  @Override
  public Table writes() {
    return SPELLS;
  }

  @Override
  public List<Table> reads() {
    return List.of(WORKERS, LEAVERS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(CleaningRule.PAY_BOUNDS.setting());
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> workers = inputs.table(WORKERS);
    Dataset<Row> both =
        seen(workers, CleaningRule.PAY_BOUNDS.on(inputs))
            .join(gone(inputs.table(LEAVERS), workers), KEY, "full_outer");
    return SPELLS.select(ended(both, workers));
  }

  private static Dataset<Row> seen(Dataset<Row> workers, boolean bounded) {
    Column rate = AscwdsSentinels.paid(WORKERS.hrlyrate);
    Column pay = bounded ? PayBounds.within(rate) : rate;
    Column paid = when(pay.isNotNull(), struct(WORKERS.period.col(), pay.as("pay")));
    Column told =
        when(
            WORKERS.strtdate.col().isNotNull(),
            struct(
                WORKERS.period.col(),
                WORKERS.sourceLine.col(),
                WORKERS.strtdate.col().as("start")));
    Column latest =
        struct(
            WORKERS.period.col(),
            WORKERS.sourceLine.col(),
            text(WORKERS.mainjrid).as("role"),
            text(WORKERS.emplstat).as("contract"),
            AscwdsSentinels.told(WORKERS.scerec).cast("string").as("from"),
            WORKERS.age.col().try_cast("int").as("age"));
    return workers
        .repartition(WORKERS.establishmentid.col(), WORKERS.workerid.col())
        .groupBy(text(WORKERS.establishmentid).as(KEY[0]), text(WORKERS.workerid).as(KEY[1]))
        .agg(
            max(WORKERS.personId.col()).as(SPELLS.personId.name()),
            min(WORKERS.period.col()).as(SPELLS.firstSeen.name()),
            max(WORKERS.period.col()).as(SPELLS.lastSeen.name()),
            max(latest).as("seen"),
            max(told).getField("start").as("last_start"),
            min(WORKERS.strtdate.col()).as("first_start"),
            min(paid).getField("pay").as(SPELLS.firstPay.name()),
            max(paid).getField("pay").as(SPELLS.lastPay.name()));
  }

  /**
   * Each leaver once, as the extract repeats all who ever left: by the latest day, and as the first
   * extract to tell of that day has it. Who came back under the same number and left again is told
   * of by the last time. Those who left before the first worker extract are outside the window.
   */
  private static Dataset<Row> gone(Dataset<Row> leavers, Dataset<Row> workers) {
    Dataset<Row> window = workers.agg(min(WORKERS.period.col()).as("window_from"));
    Column told =
        struct(
            negate(unix_date(LEAVERS.deletedate.col())).as("latest_first"),
            LEAVERS.period.col(),
            LEAVERS.sourceLine.col(),
            LEAVERS.deletedate.col().as("day"),
            LEAVERS.reason.col().as("reason"),
            LEAVERS.strtdate.col().as("start"),
            text(LEAVERS.mainjrid).as("role"),
            text(LEAVERS.emplstat).as("contract"),
            AscwdsSentinels.told(LEAVERS.scerec).cast("string").as("from"),
            LEAVERS.age.col().try_cast("int").as("age"));
    return leavers
        .where(LEAVERS.deletedate.col().isNotNull())
        .groupBy(text(LEAVERS.establishmentid).as(KEY[0]), text(LEAVERS.workerid).as(KEY[1]))
        .agg(min(told).as("gone"))
        .crossJoin(broadcast(window))
        .where(col("gone.day").geq(coalesce(col("window_from"), col("gone.day"))))
        .drop("window_from");
  }

  private static Dataset<Row> ended(Dataset<Row> both, Dataset<Row> workers) {
    Dataset<Row> last =
        workers
            .groupBy(text(WORKERS.establishmentid).as("reporter"))
            .agg(max(WORKERS.period.col()).as("reporter_last"));
    Dataset<Row> window = workers.agg(max(WORKERS.period.col()).as("window_to"));
    Column left =
        col("gone.day")
            .isNotNull()
            .and(SPELLS.lastSeen.col().isNull().or(col("gone.day").geq(SPELLS.lastSeen.col())));
    Column start =
        coalesce(
            ifNotLater(col("last_start")),
            ifNotLater(col("first_start")),
            ifNotLater(col("gone.start")));
    return both.join(
            broadcast(last), SPELLS.establishmentId.col().equalTo(col("reporter")), "left_outer")
        .join(broadcast(window), lit(true), "left_outer")
        .withColumn(
            SPELLS.end.name(),
            when(left, lit("left"))
                .when(SPELLS.lastSeen.col().equalTo(col("window_to")), lit("open"))
                .when(SPELLS.lastSeen.col().equalTo(col("reporter_last")), lit("stopped_reporting"))
                .otherwise(lit("vanished")))
        .withColumn(SPELLS.endedOn.name(), when(left, col("gone.day")))
        .withColumn(SPELLS.reason.name(), when(left, col("gone.reason")))
        .withColumn(SPELLS.destination.name(), LeavingReason.destination(SPELLS.reason.col()))
        .withColumn(SPELLS.startedOn.name(), start)
        .withColumn(SPELLS.startAssumed.name(), SPELLS.startedOn.col().isNull())
        .withColumn(
            SPELLS.startedOn.name(), coalesce(SPELLS.startedOn.col(), SPELLS.firstSeen.col()))
        .withColumn(SPELLS.jobRole.name(), latest("role"))
        .withColumn(SPELLS.contract.name(), latest("contract"))
        .withColumn(SPELLS.recruitedFrom.name(), latest("from"))
        .withColumn(SPELLS.age.name(), latest("age"));
  }

  /** A start that is not after the month in which the worker is first seen. */
  private static Column ifNotLater(Column start) {
    Column seen = SPELLS.firstSeen.col();
    return when(seen.isNull().or(trunc(start, "month").leq(seen)), start);
  }

  private static Column latest(String field) {
    return coalesce(col("seen." + field), col("gone." + field));
  }

  private static Column text(Field field) {
    return field.col().cast("string");
  }
}
