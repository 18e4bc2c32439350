package careworkforce.pipelines.silver.outcomes.arrivals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.ecds.Ecds;
import careworkforce.pipelines.bronze.hes.HesAe;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Folds records of one arrival into one: same person, provider, first diagnosis and first treatment
 * within an hour. Time is counted in minutes on end, so that midnight parts no pair (the rule of
 * HFAnalyticsLab/HES_pipeline compares within a date and lets such pairs stand).
 */
@AutoService(Job.class)
public final class AeArrivalsJob implements Transform {
  private static final AeArrivals ARRIVALS = AeArrivals.TABLE;

  static final Setting<Boolean> NON_EMERGENCY =
      Setting.flag(
          "socialcare.arrivals.non-emergency-ambulance",
          "count arrival by a non-emergency ambulance as by ambulance");

  static final Setting<Boolean> MIDNIGHT_UNTIMED =
      Setting.flag(
          "socialcare.arrivals.midnight-untimed",
          "take arrival at 0000 in HES for one whose time is not known");

  private static final int HOUR = 60;
  private static final String WHOSE = "whose";

  @Override
  public Table writes() {
    return ARRIVALS;
  }

  @Override
  public List<Table> reads() {
    return List.of(HesAe.TABLE, Ecds.TABLE);
  }

  /** An extract may end before the one series or begin after the other. */
  @Override
  public List<Table> canLack() {
    return reads();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(NON_EMERGENCY, MIDNIGHT_UNTIMED);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> records =
        AeRecords.hes(inputs.table(HesAe.TABLE), inputs.value(MIDNIGHT_UNTIMED))
            .unionByName(AeRecords.ecds(inputs.table(Ecds.TABLE), inputs.value(NON_EMERGENCY)));
    return ARRIVALS.select(described(folded(records)));
  }

  private static Dataset<Row> folded(Dataset<Row> records) {
    Column[] alike = {
      ARRIVALS.series.col(),
      col(WHOSE),
      ARRIVALS.provider.col(),
      col(AeRecords.DIAGNOSIS),
      col(AeRecords.TREATMENT)
    };
    WindowSpec inTime =
        Window.partitionBy(alike)
            .orderBy(col(AeRecords.MINUTE), col(AeRecords.PERIOD), col(AeRecords.LINE));
    Column sinceLast = col(AeRecords.MINUTE).minus(lag(col(AeRecords.MINUTE), 1).over(inTime));
    Column begins = when(sinceLast.leq(lit(HOUR)), lit(0)).otherwise(lit(1));
    Column best =
        struct(
            col(AeRecords.FILLED),
            col(AeRecords.PERIOD),
            negate(col(AeRecords.LINE)).as("first_line"),
            ARRIVALS.arrivalId.col(),
            ARRIVALS.personId.col(),
            col(AeRecords.MINUTE),
            col(AeRecords.TIMED),
            ARRIVALS.unplanned.col(),
            ARRIVALS.seen.col(),
            ARRIVALS.ambulance.col(),
            ARRIVALS.fall.col(),
            ARRIVALS.longStay.col());
    return records
        .withColumn(WHOSE, AeRecords.whose())
        .withColumn("begins", begins)
        .withColumn("arrival_number", sum(col("begins")).over(inTime))
        .groupBy(
            ARRIVALS.series.col(),
            col(WHOSE),
            ARRIVALS.provider.col(),
            col(AeRecords.DIAGNOSIS),
            col(AeRecords.TREATMENT),
            col("arrival_number"))
        .agg(max(best).as("best"), count(lit(1)).as(ARRIVALS.records.name()))
        .select(
            ARRIVALS.series.col(), ARRIVALS.provider.col(), ARRIVALS.records.col(), col("best.*"));
  }

  private static Dataset<Row> described(Dataset<Row> arrivals) {
    Column minuteOfDay = col(AeRecords.MINUTE).mod(lit(24 * HOUR));
    Column night = minuteOfDay.geq(lit(18 * HOUR)).or(minuteOfDay.lt(lit(8 * HOUR)));
    return arrivals
        .withColumn(
            ARRIVALS.arrivedAt.name(), timestamp_seconds(col(AeRecords.MINUTE).multiply(lit(60L))))
        .withColumn(ARRIVALS.month.name(), trunc(ARRIVALS.arrivedAt.col().cast("date"), "month"))
        .withColumn(ARRIVALS.outOfHours.name(), when(col(AeRecords.TIMED), night))
        .withColumn(ARRIVALS.unplanned.name(), coalesce(ARRIVALS.unplanned.col(), lit(true)))
        .withColumn(ARRIVALS.seen.name(), coalesce(ARRIVALS.seen.col(), lit(true)))
        .withColumn(ARRIVALS.ambulance.name(), coalesce(ARRIVALS.ambulance.col(), lit(false)));
  }
}
