package careworkforce.pipelines.silver.outcomes.mortality;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.cqcdeaths.CqcDeathNotices;
import careworkforce.pipelines.bronze.onsdeaths.OnsDeathPersons;
import careworkforce.pipelines.bronze.onsdeaths.OnsDeaths;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts deaths by home and month: of the address link, of ONS by person, of CQC by location. */
@AutoService(Job.class)
public final class HomeDeathMonthsJob implements Transform {
  private static final HomeDeathMonths DEATHS = HomeDeathMonths.TABLE;
  private static final ResidentMonths RESIDENTS = ResidentMonths.TABLE;
  private static final OnsDeaths ONS = OnsDeaths.TABLE;
  private static final OnsDeathPersons PERSONS = OnsDeathPersons.TABLE;
  private static final CqcDeathNotices NOTICES = CqcDeathNotices.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;

  static final Setting<Integer> REGISTERED_WITHIN =
      Setting.integer(
          "socialcare.deaths.registered-within",
          "months",
          "after a death, within which it is registered and delivered",
          0,
          24);

  private static final String[] HOME_MONTH = {"home_id", "month"};

  @Override
  public Table writes() {
    return DEATHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(RESIDENTS, ONS, PERSONS, NOTICES, LOCATIONS);
  }

  /** Where the records of deaths tell the person, there is no bridge. */
  @Override
  public List<Table> canLack() {
    return List.of(PERSONS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(REGISTERED_WITHIN);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> residents = inputs.table(RESIDENTS);
    Dataset<Row> deaths = withPersons(inputs.table(ONS), inputs.table(PERSONS));
    Dataset<Row> registered = registered(deaths);
    Dataset<Row> notices = notices(inputs.table(NOTICES), inputs.table(LOCATIONS));
    return DEATHS.select(
        byAddress(residents)
            .unionByName(byRegistration(residents, registered))
            .groupBy(DEATHS.homeId.col(), DEATHS.month.col(), DEATHS.matchTier.col())
            .agg(
                sum(col("present")).as(DEATHS.residents.name()),
                daysAtRisk().as(DEATHS.residentDays.name()),
                sum(col("ended")).as(DEATHS.ofAddressLink.name()),
                sum(col("registered")).as(DEATHS.ofOns.name()))
            .join(notices, HOME_MONTH, "left_outer")
            .crossJoin(broadcast(notified(inputs.table(NOTICES))))
            .withColumn(
                DEATHS.ofNotices.name(),
                when(
                    DEATHS.month.col().between(col("notified_from"), col("notified_to")),
                    coalesce(DEATHS.ofNotices.col(), lit(0L))))
            .crossJoin(broadcast(whole(deaths, inputs.value(REGISTERED_WITHIN))))
            .withColumn(
                DEATHS.ofOns.name(),
                when(
                    DEATHS.month.col().between(col("whole_from"), col("whole_to")),
                    DEATHS.ofOns.col())));
  }

  /** Days of residents, of whom there are none where deaths alone are registered. */
  private static Column daysAtRisk() {
    return when(sum(col("present")).equalTo(lit(0L)), lit(0L)).otherwise(sum(col("at_risk")));
  }

  /**
   * One row: the first and the last month whose deaths are all registered and delivered, by the
   * deliveries that tell the person of any death; null where none does.
   */
  private static Dataset<Row> whole(Dataset<Row> deaths, int lag) {
    Column first = trunc(min(col("first_registered")), "month");
    Column last = add_months(trunc(max(col("last_registered")), "month"), -lag);
    return deaths
        .groupBy(ONS.period.col())
        .agg(
            count(ONS.personId.col()).as("known"),
            min(ONS.registeredOn.col()).as("first_registered"),
            max(ONS.registeredOn.col()).as("last_registered"))
        .where(col("known").gt(lit(0L)))
        .agg(first.as("whole_from"), last.as("whole_to"));
  }

  /** Registered deaths with the person that the record or else the bridge tells. */
  private static Dataset<Row> withPersons(Dataset<Row> deaths, Dataset<Row> persons) {
    return deaths
        .join(
            persons.select(PERSONS.recordId.col(), PERSONS.personId.col().as("bridged")),
            new String[] {ONS.recordId.name()},
            "left_outer")
        .withColumn(ONS.personId.name(), coalesce(ONS.personId.col(), col("bridged")));
  }

  /** One row: the first and the last month of notices. */
  private static Dataset<Row> notified(Dataset<Row> notices) {
    return notices.agg(
        trunc(min(NOTICES.notifiedOn.col()), "month").as("notified_from"),
        trunc(max(NOTICES.notifiedOn.col()), "month").as("notified_to"));
  }

  private static Dataset<Row> byAddress(Dataset<Row> residents) {
    return residents.select(
        RESIDENTS.homeId.col(),
        RESIDENTS.month.col(),
        RESIDENTS.matchTier.col(),
        lit(1L).as("present"),
        RESIDENTS.daysAtRisk.col().cast("long").as("at_risk"),
        when(RESIDENTS.died.col(), lit(1L)).otherwise(lit(0L)).as("ended"),
        lit(0L).as("registered"));
  }

  /** Persons with the month of their registered death; the earlier, should two be linked to one. */
  private static Dataset<Row> registered(Dataset<Row> deaths) {
    return deaths
        .where(ONS.diedOn.col().isNotNull().and(ONS.personId.col().isNotNull()))
        .groupBy(ONS.personId.col())
        .agg(trunc(min(ONS.diedOn.col()), "month").as("month_of_death"));
  }

  /** Where the link last found each of the dead, in the month of death or the one before. */
  private static Dataset<Row> byRegistration(Dataset<Row> residents, Dataset<Row> registered) {
    Column lag = Month.number(col("month_of_death")).minus(Month.number(RESIDENTS.month.col()));
    Column found =
        max(struct(RESIDENTS.month.col(), RESIDENTS.homeId.col(), RESIDENTS.matchTier.col()));
    return residents
        .join(registered, new String[] {RESIDENTS.personId.name()}, "inner")
        .where(lag.between(0, 1))
        .groupBy(RESIDENTS.personId.col(), col("month_of_death"))
        .agg(found.as("last"))
        .select(
            DEATHS.homeId.is(col("last").getField(RESIDENTS.homeId.name())),
            DEATHS.month.is(col("month_of_death")),
            DEATHS.matchTier.is(col("last").getField(RESIDENTS.matchTier.name())),
            lit(0L).as("present"),
            lit(null).cast("long").as("at_risk"),
            lit(0L).as("ended"),
            lit(1L).as("registered"));
  }

  private static Dataset<Row> notices(Dataset<Row> notices, Dataset<Row> locations) {
    return notices
        .join(
            broadcast(locations.select(LOCATIONS.locationId.col(), LOCATIONS.homeId.col())),
            new String[] {LOCATIONS.locationId.name()},
            "inner")
        .groupBy(DEATHS.homeId.col(), DEATHS.month.is(trunc(NOTICES.notifiedOn.col(), "month")))
        .agg(count(lit(1)).as(DEATHS.ofNotices.name()));
  }
}
