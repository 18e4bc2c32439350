package careworkforce.pipelines.gold.careers.consequences;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import careworkforce.common.job.Inputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordWindow;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Staff with an event and staff to compare them with. Both are described in a base month; a
 * comparison has the same stratum in the same base month and stands for the same event month of the
 * same study. Of the staff that could be compared at most {@value #POOL} for each one with the
 * event are taken, by a hash of person and month.
 *
 * <p>All studies go through the panel together, whose rows are many: once for the staff with an
 * event, once for those beside them.
 */
final class MatchedUnits {
  static final int BEFORE = 12;
  static final int AFTER = 24;
  static final String BASE = "base";
  static final String EVENT_AT = "event_at";
  static final String STRATUM = "stratum";
  static final String TREATED = "treated";

  /**
   * Name of the number of a study, stratum, base and event month in which somebody has an event.
   */
  static final String MATCH = "match";

  /** Name of an {@link EventStudy}. */
  static final String STUDY = "study";

  /**
   * Names of the {@link EventSample}s that an event is in, with commas between; of a comparison
   * those that it is beside.
   */
  static final String SAMPLES = "samples";

  /** {@link EventStudy#differenced}. */
  static final String DIFFERENCED = "differenced";

  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final int POOL = 5;

  /** Comparisons looked for beyond three times those taken: some have an event themselves. */
  private static final int SPARE = 50;

  /** One person in so many is counted to tell how large a pool is. */
  private static final long COUNTED_OF = 16;

  /** The number of values of a hash, from minus half of it to half of it. */
  private static final double HASHES = 0x1p64;

  private static final Column LOT = xxhash64(col(StaffPanel.PERSON), col(BASE));
  private static final Column AT = col(StaffPanel.AT);
  private static final Column SETTLED =
      col(StaffPanel.ENTRY).leq(AT.plus(lit(1 - MatchedUnits.BEFORE)));

  private MatchedUnits() {}

  /**
   * Staff at work in the base month of an event, who had none in the year before it, if their
   * window lies within the record. Of all person-months only those are described.
   *
   * @param events of {@link CareerEvents}
   * @return columns of the panel, with {@link #BASE}, {@link #EVENT_AT}, {@link #STUDY}, {@link
   *     #DIFFERENCED}, {@link #SAMPLES} and {@link #STRATUM}
   */
  static Dataset<Row> treated(Inputs inputs, Dataset<Row> events) {
    Column begins = RecordWindow.FIRST.plus(when(col(DIFFERENCED), lit(BEFORE)).otherwise(lit(1)));
    Column ends = RecordWindow.LAST.minus(lit(AFTER));
    Column earlier = col(EVENT_AT).multiply(lit(2)).lt(begins.plus(ends));
    Dataset<Row> followed =
        RecordWindow.beside(clean(events), inputs)
            .where(col(EVENT_AT).between(begins, ends))
            .select(
                col(StaffPanel.PERSON).as("event_person"),
                col(BASE),
                col(EVENT_AT),
                col(STUDY),
                when(col(DIFFERENCED), col(SAMPLES)).otherwise(byCohort(earlier)).as(SAMPLES),
                col(DIFFERENCED));
    Dataset<Row> atWork =
        StaffPanel.atWork(inputs.table(MONTHS))
            .join(
                followed.hint("shuffle_hash"),
                MONTHS
                    .personId
                    .col()
                    .equalTo(col("event_person"))
                    .and(Month.number(MONTHS.month.col()).equalTo(col(BASE))),
                "inner");
    return stratified(
            StaffPanel.of(atWork, inputs, BASE, EVENT_AT, STUDY, SAMPLES, DIFFERENCED)
                .where(SETTLED.or(not(col(DIFFERENCED)))))
        .withColumn(
            MATCH,
            dense_rank()
                .over(
                    Window.orderBy(
                        col(STUDY), col(EVENT_AT), col(DIFFERENCED), col(STRATUM), col(BASE))));
  }

  /** The samples of an event, and those of its cohort. */
  private static Column byCohort(Column earlier) {
    Column nurses = col(SAMPLES).contains(EventSample.NURSES.name());
    return concat_ws(
        ",",
        col(SAMPLES),
        when(earlier, lit(EventSample.ALL_EARLIER.name()))
            .otherwise(lit(EventSample.ALL_RECENT.name())),
        when(nurses.and(earlier), lit(EventSample.NURSES_EARLIER.name()))
            .when(nurses, lit(EventSample.NURSES_RECENT.name())));
  }

  private static Dataset<Row> stratified(Dataset<Row> rows) {
    return rows.withColumn(
        STRATUM, when(col(DIFFERENCED), col(StaffPanel.KIND)).otherwise(col(StaffPanel.JOB)));
  }

  /** Events whose person had none in the year before the base month, where that is asked for. */
  private static Dataset<Row> clean(Dataset<Row> events) {
    Column previous =
        lag(col(EVENT_AT), 1)
            .over(Window.partitionBy(col(STUDY), col(StaffPanel.PERSON)).orderBy(col(EVENT_AT)));
    return events
        .withColumn("previous", previous)
        .where(
            coalesce(col("previous").lt(col(BASE).minus(lit(BEFORE - 1))), lit(true))
                .or(not(col(DIFFERENCED))))
        .drop("previous");
  }

  /**
   * Units: columns of the panel in the base month, with event month, study, the number of their
   * match, whether the unit has the event, and what {@link WorkingOn} adds.
   *
   * @param treated of {@link #treated}
   * @param events of all staff: a comparison has had none from a year before to event month 0, as
   *     whoever is treated; those it has later are no reason to leave it out, since they are known
   *     of those alone who stay (Hernan and others, Statistics in Medicine 35, 2016). No such thing
   *     is asked of who is new to the record
   * @param workingOn who may be followed
   */
  static Dataset<Row> of(
      Dataset<Row> treated, Inputs inputs, Dataset<Row> events, WorkingOn workingOn) {
    Dataset<Row> matches = matches(treated, pools(inputs));
    Dataset<Row> excluding =
        events
            .where(col(DIFFERENCED))
            .select(
                col(STUDY).as("event_study"),
                col(StaffPanel.PERSON).as("event_person"),
                col(EVENT_AT).as("other_event_at"));
    Column near = col("other_event_at").between(col(EVENT_AT).minus(lit(BEFORE)), col(EVENT_AT));
    Dataset<Row> others = others(inputs, inputs.table(MONTHS));
    Dataset<Row> comparable =
        others
            .join(
                broadcast(matches),
                col(STRATUM)
                    .equalTo(col("wanted_stratum"))
                    .and(col(BASE).equalTo(col("wanted_base")))
                    .and(col(DIFFERENCED).equalTo(col("wanted_differenced")))
                    .and(LOT.cast("double").lt(col("drawn_below"))),
                "inner")
            .join(
                excluding,
                col(StaffPanel.PERSON)
                    .equalTo(col("event_person"))
                    .and(col(STUDY).equalTo(col("event_study")))
                    .and(near),
                "left_anti");
    Dataset<Row> compared =
        workingOn
            .of(comparable)
            .withColumn(
                "place",
                row_number()
                    .over(Window.partitionBy(col(MATCH)).orderBy(LOT, col(StaffPanel.PERSON))))
            .where(col("place").leq(col("wanted").multiply(lit(POOL))));
    return bySample(
        unit(workingOn.of(treated), true)
            .unionByName(unit(compared.withColumn(SAMPLES, lit(null).cast("string")), false)));
  }

  /**
   * Units by the samples of their match. Where all with the event are in the same ones, a unit is
   * one row; else it is one for each of its own, a comparison one for each that anybody is in.
   */
  private static Dataset<Row> bySample(Dataset<Row> units) {
    Column own = split(col(SAMPLES), ",");
    Column any = array_distinct(flatten(transform(col("sets"), set -> split(set, ","))));
    return units
        .withColumn("sets", collect_set(col(SAMPLES)).over(Window.partitionBy(col(MATCH))))
        .withColumn(
            SAMPLES,
            explode(
                when(size(col("sets")).leq(lit(1)), col("sets"))
                    .otherwise(when(col(TREATED), own).otherwise(any))))
        .drop("sets");
  }

  /** Staff at work in a base month who are long on the payroll, or new to the record. */
  private static Dataset<Row> others(Inputs inputs, Dataset<Row> months) {
    return stratified(
        StaffPanel.of(StaffPanel.atWork(months), inputs)
            .where(SETTLED.or(col(StaffPanel.ENTRY).equalTo(AT)))
            .withColumn(BASE, AT)
            .withColumn(DIFFERENCED, SETTLED));
  }

  /** About how many staff there are of each stratum and base month, by a few of all persons. */
  private static Dataset<Row> pools(Inputs inputs) {
    Column counted = pmod(xxhash64(MONTHS.personId.col()), lit(COUNTED_OF)).equalTo(lit(0L));
    return others(inputs, inputs.table(MONTHS).where(counted))
        .groupBy(
            col(DIFFERENCED).as("pool_differenced"),
            col(STRATUM).as("pool_stratum"),
            col(BASE).as("pool_base"))
        .agg(count(lit(1)).multiply(lit(COUNTED_OF)).as("pool"));
  }

  /**
   * Each match with how many it wants and below which hash its comparisons are looked for: so that
   * of a large pool a few times as many are ordered as are taken, and not all. Fewer than wanted
   * may be found where most of a pool have an event of their own.
   */
  private static Dataset<Row> matches(Dataset<Row> treated, Dataset<Row> pools) {
    Column ordered = col("wanted").multiply(lit(3 * POOL)).plus(lit(SPARE)).cast("double");
    Column share = least(lit(1.0), coalesce(ordered.divide(col("pool")), lit(1.0)));
    return treated
        .groupBy(
            col(MATCH),
            col(STUDY),
            col(EVENT_AT),
            col(DIFFERENCED).as("wanted_differenced"),
            col(STRATUM).as("wanted_stratum"),
            col(BASE).as("wanted_base"))
        .agg(count(lit(1)).as("wanted"))
        .join(
            pools,
            col("wanted_stratum")
                .equalTo(col("pool_stratum"))
                .and(col("wanted_base").equalTo(col("pool_base")))
                .and(col("wanted_differenced").equalTo(col("pool_differenced"))),
            "left_outer")
        .withColumn(
            "drawn_below",
            when(share.lt(lit(1.0)), share.multiply(lit(HASHES)).minus(lit(HASHES / 2)))
                .otherwise(lit(HASHES)))
        .drop("pool_stratum", "pool_base", "pool_differenced", "pool");
  }

  private static Dataset<Row> unit(Dataset<Row> rows, boolean treated) {
    return rows.select(
        col(MATCH),
        col(STUDY),
        col(SAMPLES),
        col(DIFFERENCED),
        col(EVENT_AT),
        lit(treated).as(TREATED),
        col(StaffPanel.PERSON),
        col(StaffPanel.TRUST),
        col(StaffPanel.AREA),
        col(StaffPanel.GROUP),
        col(StaffPanel.LOG_PAY),
        col(StaffPanel.FTE),
        col(StaffPanel.PART_TIME),
        col(StaffPanel.BANK),
        col(WorkingOn.GROUP),
        col(WorkingOn.RANK));
  }
}
