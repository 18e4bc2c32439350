package careworkforce.pipelines.silver.careworkers;

import static careworkforce.pipelines.bronze.ascwds.AscwdsSentinels.knownBelowNines;
import static careworkforce.pipelines.bronze.ascwds.AscwdsSentinels.paid;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.table.Field;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ascwds.AscwdsSentinels;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the worker extracts tell of each worker at the cuts, in the columns of the panel. */
final class WorkerRecords {
  /** Number of the stretch of months of which a cut is the last extract. */
  static final String SLOT = "slot";

  /** Direct care: senior care worker, care worker, outreach, other care, support worker [M]. */
  private static final Object[] CARE_STAFF = {"7", "8", "9", "23", "52"};

  private static final double DAYS_A_YEAR = 365.25;
  private static final int WEEKS = 52;
  private static final int MOST_HOURS = 100;
  private static final AscwdsWorkers DELIVERED = AscwdsWorkers.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;

  private WorkerRecords() {}

  /** One row a worker, establishment and cut; of several lines the last counts. */
  static Dataset<Row> atCuts(Dataset<Row> extracts, int every) {
    Column line =
        struct(
            DELIVERED.sourceFile.col(),
            DELIVERED.sourceLine.col(),
            DELIVERED.personId.col(),
            DELIVERED.mainstid.col(),
            DELIVERED.esttype.col(),
            DELIVERED.regionid.col(),
            DELIVERED.cssr.col(),
            DELIVERED.mainjrid.col(),
            DELIVERED.emplstat.col(),
            DELIVERED.zerohours.col(),
            DELIVERED.age.col(),
            DELIVERED.strtdate.col(),
            hours().as(CUTS.hours.name()),
            pay().as(CUTS.hourlyPay.name()));
    Dataset<Row> cuts = cuts(extracts, every);
    return read(
        extracts
            .join(broadcast(cuts), DELIVERED.period.col().equalTo(CUTS.month.col()), "inner")
            .groupBy(
                DELIVERED.establishmentid.col(),
                DELIVERED.workerid.col(),
                CUTS.month.col(),
                col(SLOT))
            .agg(max(line).as("l"), count(lit(1)).as(CUTS.lines.name())));
  }

  /** Each cut with the number of its stretch. */
  static Dataset<Row> cuts(Dataset<Row> extracts, int every) {
    Column slot = floor(Month.number(DELIVERED.period.col()).divide(lit(every))).cast("int");
    return extracts.groupBy(slot.as(SLOT)).agg(max(DELIVERED.period.col()).as(CUTS.month.name()));
  }

  private static Dataset<Row> read(Dataset<Row> records) {
    Column tenure = datediff(last_day(CUTS.month.col()), told(DELIVERED.strtdate));
    return records.select(
        CUTS.establishmentId.is(DELIVERED.establishmentid.col()),
        CUTS.workerId.is(DELIVERED.workerid.col()),
        CUTS.month.col(),
        col(SLOT),
        CUTS.lines.col(),
        CUTS.personId.is(told(DELIVERED.personId)),
        CUTS.mainService.is(told(DELIVERED.mainstid)),
        CUTS.establishmentType.is(told(DELIVERED.esttype)),
        CUTS.region.is(told(DELIVERED.regionid)),
        CUTS.council.is(told(DELIVERED.cssr)),
        CUTS.jobRole.is(told(DELIVERED.mainjrid)),
        CUTS.careStaff.is(coalesce(told(DELIVERED.mainjrid).isin(CARE_STAFF), lit(false))),
        CUTS.contract.is(told(DELIVERED.emplstat)),
        CUTS.zeroHours.is(
            when(told(DELIVERED.zerohours).equalTo(lit("1")), lit(true))
                .when(told(DELIVERED.zerohours).equalTo(lit("0")), lit(false))),
        CUTS.age.is(when(told(DELIVERED.age).gt(lit(0)), told(DELIVERED.age))),
        CUTS.startedOn.is(told(DELIVERED.strtdate)),
        CUTS.tenure.is(when(tenure.geq(lit(0)), tenure.divide(lit(DAYS_A_YEAR)))),
        CUTS.hours.is(col("l." + CUTS.hours.name())),
        CUTS.hourlyPay.is(col("l." + CUTS.hourlyPay.name())));
  }

  private static Column told(Field field) {
    return col("l." + field.name());
  }

  /** Average hours of those on zero-hours contracts, contracted hours of others. */
  private static Column hours() {
    Column hours =
        when(DELIVERED.zerohours.col().equalTo(lit("1")), knownBelowNines(DELIVERED.averagehours))
            .otherwise(knownBelowNines(DELIVERED.conthrs));
    return when(hours.gt(lit(0)).and(hours.leq(lit(MOST_HOURS))), hours);
  }

  private static Column pay() {
    Column salaried = AscwdsSentinels.told(DELIVERED.salaryint).equalTo(lit("250"));
    Column ofSalary =
        paid(DELIVERED.salary).divide(lit(WEEKS)).divide(hours()).cast(CUTS.hourlyPay.type());
    return when(salaried, ofSalary).otherwise(paid(DELIVERED.hrlyrate));
  }
}
