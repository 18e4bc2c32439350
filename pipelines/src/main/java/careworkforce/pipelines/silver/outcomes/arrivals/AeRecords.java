package careworkforce.pipelines.silver.outcomes.arrivals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.pipelines.bronze.ecds.Ecds;
import careworkforce.pipelines.bronze.ecds.EcdsCodes;
import careworkforce.pipelines.bronze.hes.HesAe;
import careworkforce.pipelines.bronze.hes.HesCodes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attendance records of both series in one shape, with what the folding of duplicates asks for. */
final class AeRecords {
  /** Minutes from the beginning of 1970 to arrival. */
  static final String MINUTE = "minute";

  /** Whether the time of day is known. */
  static final String TIMED = "timed";

  /** First diagnosis. */
  static final String DIAGNOSIS = "first_diagnosis";

  /** First treatment. */
  static final String TREATMENT = "first_treatment";

  /** Number of columns filled in: the most complete record of an arrival is kept. */
  static final String FILLED = "filled";

  /** Period of the file. */
  static final String PERIOD = "period";

  /** Line in the file. */
  static final String LINE = "source_line";

  /** Minutes beyond which a stay is long: twelve hours. */
  private static final int LONG_STAY = 12 * 60;

  private static final AeArrivals ARRIVALS = AeArrivals.TABLE;
  private static final HesAe HES = HesAe.TABLE;
  private static final Ecds ECDS = Ecds.TABLE;

  private AeRecords() {}

  /** The person; a record without one is like no other. */
  static Column whose() {
    return coalesce(ARRIVALS.personId.col(), ARRIVALS.arrivalId.col());
  }

  /**
   * Of HES, where its persons are those of the residents' addresses: under another key nobody is,
   * and a month of such records tells of no resident.
   *
   * @param midnightUntimed whether 0000 stands for a time that is not known
   */
  static Dataset<Row> hes(Dataset<Row> attendances, boolean midnightUntimed) {
    Column time = HES.arrivaltime.col();
    Column known = midnightUntimed ? when(time.notEqual(lit(0)), time) : time;
    Column planned = HES.aeattendcat.col().equalTo(lit(HesCodes.PLANNED_FOLLOW_UP));
    Column left = HES.aeattenddisp.col().isin(HesCodes.NOT_SEEN.stream().sorted().toArray());
    return attendances
        .where(HES.personKey.col().equalTo(lit(HesCodes.TOKEN)))
        .where(HES.arrivaldate.col().isNotNull())
        .select(
            id("hes", HES),
            ARRIVALS.series.is(lit("hes")),
            HES.personId.col(),
            minute(HES.arrivaldate, known),
            known.isNotNull().as(TIMED),
            ARRIVALS.provider.is(HES.procode3.col()),
            HES.diagnosis.col().as(DIAGNOSIS),
            HES.treatment.col().as(TREATMENT),
            ARRIVALS.unplanned.is(not(planned)),
            ARRIVALS.seen.is(not(left)),
            ARRIVALS.ambulance.is(HES.aearrivalmode.col().equalTo(lit(HesCodes.AMBULANCE))),
            ARRIVALS.fall.is(lit(null).cast("boolean")),
            ARRIVALS.longStay.is(HES.depdur.col().gt(lit(LONG_STAY))),
            filled(
                known,
                HES.aearrivalmode,
                HES.aeattendcat,
                HES.aeattenddisp,
                HES.diagnosis,
                HES.treatment,
                HES.depdur,
                HES.arrivalage,
                HES.sex,
                HES.lsoa11),
            HES.period.col(),
            HES.sourceLine.col());
  }

  static Dataset<Row> ecds(Dataset<Row> attendances, boolean nonEmergency) {
    Column planned = ECDS.attendanceCategory.col().equalTo(lit(EcdsCodes.PLANNED_FOLLOW_UP));
    Column left = ECDS.dischargeStatus.col().isin(EcdsCodes.NOT_SEEN.stream().sorted().toArray());
    Column emergency = ECDS.arrivalMode.col().isin(EcdsCodes.AMBULANCE.codes().toArray());
    Column other = ECDS.arrivalMode.col().equalTo(lit(EcdsCodes.NON_EMERGENCY_AMBULANCE));
    return attendances
        .where(ECDS.arrivalDate.col().isNotNull())
        .select(
            id("ecds", ECDS),
            ARRIVALS.series.is(lit("ecds")),
            ECDS.personId.col(),
            minute(ECDS.arrivalDate, ECDS.arrivalTime.col()),
            ECDS.arrivalTime.col().isNotNull().as(TIMED),
            ARRIVALS.provider.is(ECDS.providerCode.col()),
            ECDS.diagnosis.col().as(DIAGNOSIS),
            ECDS.treatment.col().as(TREATMENT),
            ARRIVALS.unplanned.is(not(planned)),
            ARRIVALS.seen.is(not(left)),
            ARRIVALS.ambulance.is(nonEmergency ? emergency.or(other) : emergency),
            ARRIVALS.fall.is(fall(ECDS.injuryMechanism, ECDS.chiefComplaint, ECDS.diagnosis)),
            ARRIVALS.longStay.is(ECDS.departureTimeSinceArrival.col().gt(lit(LONG_STAY))),
            filled(
                ECDS.arrivalTime.col(),
                ECDS.arrivalMode,
                ECDS.attendanceCategory,
                ECDS.dischargeStatus,
                ECDS.diagnosis,
                ECDS.treatment,
                ECDS.departureTimeSinceArrival,
                ECDS.ageAtArrival,
                ECDS.statedGender,
                ECDS.lsoa2011),
            ECDS.period.col(),
            ECDS.sourceLine.col());
  }

  /** Whether any of the codes is one of a fall. */
  private static Column fall(Field... codes) {
    Column fall = lit(false);
    for (Field code : codes) {
      fall = fall.or(coalesce(code.col().isin(EcdsCodes.FALL.codes().toArray()), lit(false)));
    }
    return fall;
  }

  private static Column id(String series, DeliveredTable table) {
    return ARRIVALS.arrivalId.is(
        concat_ws(
            ":",
            lit(series),
            date_format(table.period.col(), "yyyyMM"),
            table.sourceLine.col().cast("string")));
  }

  private static Column minute(Field date, Column minuteOfDay) {
    return unix_date(date.col())
        .cast("long")
        .multiply(lit(24L * 60))
        .plus(coalesce(minuteOfDay, lit(0)))
        .as(MINUTE);
  }

  private static Column filled(Column time, Field... fields) {
    Column filled = one(time);
    for (Field field : fields) {
      filled = filled.plus(one(field.col()));
    }
    return filled.as(FILLED);
  }

  private static Column one(Column told) {
    return when(told.isNotNull(), lit(1)).otherwise(lit(0));
  }
}
