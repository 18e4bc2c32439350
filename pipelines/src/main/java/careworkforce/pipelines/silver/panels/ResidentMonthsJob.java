package careworkforce.pipelines.silver.panels;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.common.time.Spells;
import careworkforce.pipelines.bronze.addresslink.ResidentAddresses;
import careworkforce.pipelines.bronze.hes.HesApc;
import careworkforce.pipelines.bronze.hes.HesCodes;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Matches addresses to the one home open there in the month, and takes hospital days off. Who is at
 * two homes in a month is at neither, as an address of two homes tells of none (methods 2.8).
 */
@AutoService(Job.class)
public final class ResidentMonthsJob implements Transform {
  private static final ResidentMonths RESIDENTS = ResidentMonths.TABLE;
  private static final ResidentAddresses ADDRESSES = ResidentAddresses.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final HesApc APC = HesApc.TABLE;

  private static final int YOUNGEST = 65;

  /** Address extracts are drawn about the middle of the month, and deaths are known by month. */
  private static final int MIDDLE = 14;

  private static final String TOLD = "told";

  @Override
  public Table writes() {
    return RESIDENTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ADDRESSES, LOCATIONS, APC);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> living = living(inputs.table(ADDRESSES));
    Dataset<Row> homes = homeAtAddress(inputs.table(LOCATIONS), inputs.table(ADDRESSES));
    return RESIDENTS.select(withHospital(matched(living, homes), known(inputs.table(APC))));
  }

  private static Dataset<Row> living(Dataset<Row> addresses) {
    Column months =
        Month.number(ADDRESSES.extractMonth.col()).minus(Month.number(ADDRESSES.birthMonth.col()));
    return addresses
        .withColumn(RESIDENTS.age.name(), floor(months.divide(lit(12))).cast("int"))
        .where(RESIDENTS.age.col().geq(lit(YOUNGEST)))
        .where(
            ADDRESSES
                .deathMonth
                .col()
                .isNull()
                .or(ADDRESSES.deathMonth.col().geq(ADDRESSES.extractMonth.col())));
  }

  /**
   * The home open at each address in each month. Closed homes are out; where two are still open,
   * the address tells nothing in that month and is left out.
   */
  private static Dataset<Row> homeAtAddress(Dataset<Row> locations, Dataset<Row> addresses) {
    Dataset<Row> window =
        addresses.agg(
            min(ADDRESSES.extractMonth.col()).as("from"),
            max(ADDRESSES.extractMonth.col()).as("to"));
    Column number = col("month_number");
    Column day = date_add(Month.first(number), MIDDLE);
    Column first = greatest(Month.number(col("from")), Month.number(LOCATIONS.registeredOn.col()));
    Column last =
        least(
            Month.number(col("to")),
            coalesce(Month.number(LOCATIONS.deregisteredOn.col()), Month.number(col("to"))));
    return locations
        .where(LOCATIONS.uprn.col().isNotNull())
        .crossJoin(broadcast(window))
        .where(first.leq(last))
        .withColumn("month_number", explode(sequence(first, last)))
        .where(LOCATIONS.registeredOn.col().leq(day))
        .where(LOCATIONS.deregisteredOn.col().isNull().or(LOCATIONS.deregisteredOn.col().gt(day)))
        .groupBy(LOCATIONS.uprn.col().try_cast("long").as("home_uprn"), number)
        .agg(min(LOCATIONS.homeId.col()).as("one"), max(LOCATIONS.homeId.col()).as("other"))
        .where(col("one").equalTo(col("other")))
        .select(
            col("home_uprn"),
            Month.first(number).as("home_month"),
            RESIDENTS.homeId.is(col("one")));
  }

  /** The home of each person by the surest of the month's addresses, where these have one. */
  private static Dataset<Row> matched(Dataset<Row> addresses, Dataset<Row> homes) {
    Column tier = coalesce(ADDRESSES.matchTier.col(), lit("uprn"));
    Column rank = when(tier.equalTo(lit("uprn")), lit(0)).otherwise(lit(1));
    return addresses
        .join(
            homes,
            ADDRESSES
                .uprn
                .col()
                .equalTo(col("home_uprn"))
                .and(ADDRESSES.extractMonth.col().equalTo(col("home_month"))),
            "inner")
        .withColumn(RESIDENTS.month.name(), ADDRESSES.extractMonth.col())
        .repartition(ADDRESSES.personId.col(), RESIDENTS.month.col())
        .groupBy(ADDRESSES.personId.col(), RESIDENTS.month.col())
        .agg(
            min(struct(
                    rank.as("rank"),
                    RESIDENTS.homeId.col(),
                    tier.as(RESIDENTS.matchTier.name()),
                    RESIDENTS.age.col(),
                    ADDRESSES.sex.col(),
                    ADDRESSES.deathMonth.col()))
                .as("r"),
            max(struct(negate(rank), RESIDENTS.homeId.col()))
                .getField(RESIDENTS.homeId.name())
                .as("other"))
        .where(col("r").getField(RESIDENTS.homeId.name()).equalTo(col("other")))
        .select(ADDRESSES.personId.col(), RESIDENTS.month.col(), col("r.*"));
  }

  /** Episodes under the number of persons that addresses have, by which alone residents are met. */
  private static Dataset<Row> known(Dataset<Row> episodes) {
    return episodes.where(APC.personKey.col().equalTo(lit(HesCodes.TOKEN)));
  }

  /** Days in hospital by person and month: overlaps merged, the day of discharge not counted. */
  private static Dataset<Row> hospitalDays(Dataset<Row> episodes) {
    Dataset<Row> stays =
        Spells.merge(
            episodes.where(APC.personId.col().isNotNull().and(APC.admidate.col().isNotNull())),
            List.of(APC.personId.name()),
            APC.admidate.col(),
            coalesce(APC.disdate.col(), APC.epiend.col()));
    return Spells.splitByMonth(stays, col(Spells.FROM), col(Spells.TO))
        .groupBy(APC.personId.col(), Month.first(col("month_number")).as(RESIDENTS.month.name()))
        .agg(sum(col("days")).cast("int").as("nights"));
  }

  /**
   * Months of which HES APC tells of residents: those in which an episode ended, marked {@code
   * told}.
   */
  private static Dataset<Row> told(Dataset<Row> episodes) {
    return episodes
        .select(
            trunc(coalesce(APC.epiend.col(), APC.disdate.col()), "month")
                .as(RESIDENTS.month.name()))
        .where(RESIDENTS.month.col().isNotNull())
        .distinct()
        .withColumn(TOLD, lit(true));
  }

  private static Dataset<Row> withHospital(Dataset<Row> residents, Dataset<Row> episodes) {
    Column died = coalesce(ADDRESSES.deathMonth.col().equalTo(RESIDENTS.month.col()), lit(false));
    return residents
        .join(
            hospitalDays(episodes),
            new String[] {RESIDENTS.personId.name(), RESIDENTS.month.name()},
            "left_outer")
        .join(broadcast(told(episodes)), new String[] {RESIDENTS.month.name()}, "left_outer")
        .withColumn(RESIDENTS.died.name(), died)
        .withColumn(
            RESIDENTS.days.name(),
            when(RESIDENTS.died.col(), lit(MIDDLE + 1))
                .otherwise(dayofmonth(last_day(RESIDENTS.month.col()))))
        .withColumn(
            RESIDENTS.daysInHospital.name(),
            when(col(TOLD), least(coalesce(col("nights"), lit(0)), RESIDENTS.days.col())))
        .withColumn(
            RESIDENTS.daysAtRisk.name(),
            RESIDENTS.days.col().minus(RESIDENTS.daysInHospital.col()));
  }
}
