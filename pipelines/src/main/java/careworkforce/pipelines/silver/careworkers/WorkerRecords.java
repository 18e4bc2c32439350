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
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.ascwds.AscwdsSentinels;
import careworkforce.pipelines.bronze.ascwds.AscwdsWorkers;
import careworkforce.pipelines.silver.cleaning.CleaningRule;
import careworkforce.pipelines.silver.cleaning.PayBounds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What the worker extracts tell of each worker at the cuts, in the columns of the panel. */
final class WorkerRecords {
  /** Number of the stretch of months of which a cut is the last extract. */
  static final String SLOT = "slot";

  private static final String PLACE = "place_from_last";

  /** Direct care: senior care worker, care worker, outreach, other care, support worker [M]. */
  private static final Object[] CARE_STAFF = {"7", "8", "9", "23", "52"};

  private static final double DAYS_A_YEAR = 365.25;
  private static final int WEEKS = 52;
  private static final int MOST_HOURS = 100;
  private static final AscwdsWorkers DELIVERED = AscwdsWorkers.TABLE;
  private static final AscWorkerCuts CUTS = AscWorkerCuts.TABLE;

  private WorkerRecords() {}

  /**
   * One row a worker, establishment and cut; of several lines the last counts. Rows of an
   * establishment are together, and sorted by worker and cut.
   *
   * @param bounded whether {@link CleaningRule#PAY_BOUNDS} is switched on
   */
  static Dataset<Row> atCuts(Dataset<Row> extracts, int every, boolean bounded) {
    WindowSpec lines =
        Window.partitionBy(DELIVERED.establishmentid.col(), DELIVERED.workerid.col(), col(SLOT));
    Column place =
        row_number()
            .over(
                lines.orderBy(
                    DELIVERED.sourceFile.col().desc(), DELIVERED.sourceLine.col().desc()));
    return read(
        extracts
            .join(
                broadcast(cuts(extracts, every)),
                DELIVERED.period.col().equalTo(CUTS.month.col()),
                "inner")
            .select(line(bounded))
            .repartition(DELIVERED.establishmentid.col())
            .withColumn(PLACE, place)
            .withColumn(CUTS.lines.name(), count(lit(1)).over(lines))
            .where(col(PLACE).equalTo(lit(1))));
  }

  private static Column[] line(boolean bounded) {
    Column blanked = lit(bounded).and(PayBounds.outside(pay()));
    return new Column[] {
      CUTS.month.col(),
      col(SLOT),
      DELIVERED.sourceFile.col(),
      DELIVERED.sourceLine.col(),
      DELIVERED.establishmentid.col(),
      DELIVERED.workerid.col(),
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
      (bounded ? PayBounds.within(pay()) : pay()).as(CUTS.hourlyPay.name()),
      when(blanked, lit(CleaningRule.PAY_BOUNDS.name())).as(CUTS.changedBy.name())
    };
  }

  /** Each cut with the number of its stretch. */
  static Dataset<Row> cuts(Dataset<Row> extracts, int every) {
    Column slot = floor(Month.number(DELIVERED.period.col()).divide(lit(every))).cast("int");
    return extracts.groupBy(slot.as(SLOT)).agg(max(DELIVERED.period.col()).as(CUTS.month.name()));
  }

  private static Dataset<Row> read(Dataset<Row> records) {
    Column tenure = datediff(last_day(CUTS.month.col()), DELIVERED.strtdate.col());
    return records.select(
        CUTS.establishmentId.is(DELIVERED.establishmentid.col()),
        CUTS.workerId.is(DELIVERED.workerid.col()),
        CUTS.month.col(),
        col(SLOT),
        CUTS.lines.col(),
        CUTS.personId.is(DELIVERED.personId.col()),
        CUTS.mainService.is(DELIVERED.mainstid.col()),
        CUTS.establishmentType.is(DELIVERED.esttype.col()),
        CUTS.region.is(DELIVERED.regionid.col()),
        CUTS.council.is(DELIVERED.cssr.col()),
        CUTS.jobRole.is(DELIVERED.mainjrid.col()),
        CUTS.careStaff.is(coalesce(DELIVERED.mainjrid.col().isin(CARE_STAFF), lit(false))),
        CUTS.contract.is(DELIVERED.emplstat.col()),
        CUTS.zeroHours.is(
            when(DELIVERED.zerohours.col().equalTo(lit("1")), lit(true))
                .when(DELIVERED.zerohours.col().equalTo(lit("0")), lit(false))),
        CUTS.age.is(when(DELIVERED.age.col().gt(lit(0)), DELIVERED.age.col())),
        CUTS.startedOn.is(DELIVERED.strtdate.col()),
        CUTS.tenure.is(when(tenure.geq(lit(0)), tenure.divide(lit(DAYS_A_YEAR)))),
        CUTS.hours.col(),
        CUTS.hourlyPay.col(),
        CUTS.changedBy.col());
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
        paid(DELIVERED.salary).divide(lit(WEEKS)).divide(hours()).try_cast(CUTS.hourlyPay.type());
    return when(salaried, ofSalary).otherwise(paid(DELIVERED.hrlyrate));
  }
}
