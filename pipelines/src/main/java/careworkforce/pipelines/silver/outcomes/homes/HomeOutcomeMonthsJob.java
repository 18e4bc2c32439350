package careworkforce.pipelines.silver.outcomes.homes;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.cqc.CqcRatings;
import careworkforce.pipelines.silver.outcomes.admissions.EmergencyAdmissions;
import careworkforce.pipelines.silver.outcomes.arrivals.AeArrivals;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds up residents and their arrivals by home and month, and looks up the rating in force. HES A&E
 * and ECDS overlap as they are delivered, and most arrivals are then in both: those of a month are
 * counted in the one that is official in it, and in the other only where that has none (methods
 * 2.8).
 */
@AutoService(Job.class)
public final class HomeOutcomeMonthsJob implements Transform {
  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  private static final ResidentMonths RESIDENTS = ResidentMonths.TABLE;
  private static final AeArrivals ARRIVALS = AeArrivals.TABLE;
  private static final EmergencyAdmissions ADMISSIONS = EmergencyAdmissions.TABLE;
  private static final CqcRatings RATINGS = CqcRatings.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;

  static final Setting<Integer> PUBLISHED_WITHIN =
      Setting.integer(
          "socialcare.ratings.published-within",
          "months",
          "after an inspection, within which its rating is published and listed",
          0,
          24);

  static final Setting<Month> ECDS_FROM =
      Setting.month(
          "socialcare.arrivals.ecds-from",
          "month from which ECDS is the official record of A&E, such as 2020-04: arrivals are"
              + " counted in it from then on and in HES A&E before, and in the other in months of"
              + " which that one tells nothing");

  private static final List<Field> OF_ARRIVALS =
      List.of(
          OUTCOMES.arrivals,
          OUTCOMES.byAmbulance,
          OUTCOMES.outOfHours,
          OUTCOMES.falls,
          OUTCOMES.longStays);

  private static final String ECDS = "ecds";
  private static final String[] PERSON_MONTH = {"person_id", "month"};
  private static final String[] MONTH_SERIES = {"month", "series"};

  @Override
  public Table writes() {
    return OUTCOMES;
  }

  @Override
  public List<Table> reads() {
    return List.of(RESIDENTS, ARRIVALS, ADMISSIONS, RATINGS, LOCATIONS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(PUBLISHED_WITHIN, ECDS_FROM);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> arrivals = inputs.table(ARRIVALS);
    Dataset<Row> records = records(arrivals, inputs.value(ECDS_FROM));
    Dataset<Row> taken =
        ArrivalPairs.inOneMonth(arrivals).join(broadcast(records), MONTH_SERIES, "left_semi");
    Dataset<Row> counts = counted(inputs.table(RESIDENTS), taken, inputs.table(ADMISSIONS));
    Dataset<Row> homes = atRisk(told(counts, records));
    Dataset<Row> ratings =
        HomeRatings.perInspection(inputs.table(RATINGS), inputs.table(LOCATIONS));
    Dataset<Row> told = HomeRatings.told(inputs.table(RATINGS), ratings);
    Dataset<Row> rated = HomeRatings.inForce(homes, ratings, told);
    return OUTCOMES.select(HomeRatings.given(rated, ratings, told, inputs.value(PUBLISHED_WITHIN)));
  }

  private static Dataset<Row> counted(
      Dataset<Row> residents, Dataset<Row> arrivals, Dataset<Row> admissions) {
    Column ofStays = count(RESIDENTS.daysInHospital.col()).gt(lit(0L));
    return residents
        .join(came(arrivals), PERSON_MONTH, "left_outer")
        .join(admitted(admissions), PERSON_MONTH, "left_outer")
        .groupBy(OUTCOMES.homeId.col(), OUTCOMES.month.col(), OUTCOMES.matchTier.col())
        .agg(
            count(lit(1)).as(OUTCOMES.residents.name()),
            sum(RESIDENTS.daysAtRisk.col()).as(OUTCOMES.residentDays.name()),
            OUTCOMES.arrivals.is(total(OUTCOMES.arrivals)),
            OUTCOMES.byAmbulance.is(total(OUTCOMES.byAmbulance)),
            OUTCOMES.outOfHours.is(total(OUTCOMES.outOfHours)),
            OUTCOMES.falls.is(total(OUTCOMES.falls)),
            OUTCOMES.longStays.is(total(OUTCOMES.longStays)),
            OUTCOMES.admissions.is(when(ofStays, total(OUTCOMES.admissions))),
            OUTCOMES.fallAdmissions.is(when(ofStays, total(OUTCOMES.fallAdmissions))),
            count_if(RESIDENTS.died.col()).as(OUTCOMES.deaths.name()));
  }

  /** Adds the record of each month; counts of arrivals stand where it tells of them. */
  private static Dataset<Row> told(Dataset<Row> homes, Dataset<Row> records) {
    Dataset<Row> told =
        homes.join(broadcast(records), new String[] {OUTCOMES.month.name()}, "left_outer");
    for (Field count : OF_ARRIVALS) {
      told = told.withColumn(count.name(), when(OUTCOMES.series.col().isNotNull(), count.col()));
    }
    return told.withColumn(
        OUTCOMES.falls.name(),
        when(OUTCOMES.series.col().equalTo(lit(ECDS)), OUTCOMES.falls.col()));
  }

  /** Adds resident-months, and arrivals for each of them. */
  private static Dataset<Row> atRisk(Dataset<Row> homes) {
    Column days = dayofmonth(last_day(OUTCOMES.month.col()));
    Column monthsAtRisk =
        OUTCOMES
            .residentDays
            .col()
            .cast("decimal(18,0)")
            .divide(days.cast("decimal(2,0)"))
            .cast(OUTCOMES.residentMonths.type());
    Column rate =
        OUTCOMES.arrivals.col().multiply(days).cast("double").divide(OUTCOMES.residentDays.col());
    return homes
        .withColumn(OUTCOMES.residentMonths.name(), monthsAtRisk)
        .withColumn(
            OUTCOMES.arrivalsPerResidentMonth.name(),
            when(OUTCOMES.residentDays.col().gt(lit(0L)), rate));
  }

  private static Column total(Field counted) {
    return sum(coalesce(counted.col(), lit(0L)));
  }

  /** Unplanned arrivals by person and month, of each kind in one pass. */
  private static Dataset<Row> came(Dataset<Row> arrivals) {
    return arrivals
        .where(ARRIVALS.unplanned.col().and(ARRIVALS.personId.col().isNotNull()))
        .groupBy(ARRIVALS.personId.col(), ARRIVALS.month.col())
        .agg(
            count(lit(1)).as(OUTCOMES.arrivals.name()),
            count_if(ARRIVALS.ambulance.col()).as(OUTCOMES.byAmbulance.name()),
            count_if(ARRIVALS.outOfHours.col()).as(OUTCOMES.outOfHours.name()),
            count_if(ARRIVALS.fall.col()).as(OUTCOMES.falls.name()),
            count_if(ARRIVALS.longStay.col()).as(OUTCOMES.longStays.name()));
  }

  private static Dataset<Row> admitted(Dataset<Row> admissions) {
    return admissions
        .groupBy(ADMISSIONS.personId.col(), ADMISSIONS.month.col())
        .agg(
            count(lit(1)).as(OUTCOMES.admissions.name()),
            count_if(ADMISSIONS.fall.col()).as(OUTCOMES.fallAdmissions.name()));
  }

  /** By month, the one record in which its arrivals are counted. */
  private static Dataset<Row> records(Dataset<Row> arrivals, Month ecdsFrom) {
    Column first = lit(java.sql.Date.valueOf(ecdsFrom.firstDay()));
    Column official = when(ARRIVALS.month.col().geq(first), lit(ECDS)).otherwise(lit("hes"));
    Column series = ARRIVALS.series.col();
    return arrivals
        .groupBy(ARRIVALS.month.col())
        .agg(
            coalesce(max(when(series.equalTo(official), series)), max(series))
                .as(OUTCOMES.series.name()));
  }
}
