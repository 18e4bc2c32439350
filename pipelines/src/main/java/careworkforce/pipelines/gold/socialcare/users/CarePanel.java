package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Home-months with staff and, where the address link finds them, residents: outcomes as rates and
 * counts, measures of labour supply, and the area's instruments. One row a home, month and match
 * tier; a home-month without residents at risk, or of which it is not known how many days they
 * were, stands once, with no tier. Outcomes are null in months of which their record tells nothing,
 * and such rows are in no estimate of them.
 */
final class CarePanel {
  static final String HOME = "home";
  static final String REGION = "region";
  static final String TTWA = "ttwa";
  static final String LAD = "lad";
  static final String TIER = "tier";
  static final String KIND = "kind";
  static final String NURSING = "nursing";
  static final String RESIDENTIAL = "residential";
  static final String MONTH = "month";
  static final String YEAR = "year";
  static final String DAYS = "resident_days";
  static final String MONTHS_AT_RISK = "resident_months";
  static final String LOG_MONTHS = "log_resident_months";
  static final String ECDS = "ecds";

  /** What tells one row from another. */
  static final String[] KEY = {HOME, MONTH, TIER};

  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  private static final HomeMonths STAFF = HomeMonths.TABLE;
  private static final CareHomes HOMES = CareHomes.TABLE;

  private CarePanel() {}

  /** Tables that it reads for the instruments of every estimate. */
  static List<Table> tables() {
    return tables(AreaInstrument.ALL);
  }

  /** Tables that it reads for all instruments. */
  static List<Table> allTables() {
    return tables(allInstruments());
  }

  private static List<Table> tables(List<AreaInstrument> instruments) {
    List<Table> tables = new ArrayList<>(List.of(OUTCOMES, STAFF, HOMES));
    instruments.stream().map(AreaInstrument::table).distinct().forEach(tables::add);
    return tables;
  }

  private static List<AreaInstrument> allInstruments() {
    return Stream.concat(AreaInstrument.ALL.stream(), AreaInstrument.BESIDE.stream()).toList();
  }

  static List<Setting<?>> settings() {
    return List.of(SocialcareSample.LAST_MONTH, SocialcareSample.MATCH_TIER);
  }

  /** Home-months to the last month of the sample. */
  static Dataset<Row> toLastMonth(Inputs inputs) {
    Column inSample = STAFF.month.col().leq(lit(SocialcareSample.lastMonth(inputs)));
    return rows(inputs, inSample, AreaInstrument.ALL);
  }

  /** All home-months, with all instruments. */
  static Dataset<Row> allMonths(Inputs inputs) {
    return rows(inputs, lit(true), allInstruments());
  }

  private static Dataset<Row> rows(Inputs inputs, Column months, List<AreaInstrument> instruments) {
    Dataset<Row> joined =
        inputs
            .table(STAFF)
            .where(months)
            .join(
                inputs.table(OUTCOMES).where(OUTCOMES.residentDays.col().gt(lit(0L))),
                new String[] {STAFF.homeId.name(), STAFF.month.name()},
                "left_outer")
            .join(broadcast(homes(inputs)), new String[] {HOMES.homeId.name()}, "inner");
    for (AreaInstrument instrument : instruments) {
      joined = withInstrument(joined, inputs, instrument);
    }
    return joined
        .where(col(AreaInstrument.WAGE.label()).isNotNull())
        .select(columns(instruments).toArray(new Column[0]))
        .orderBy(HOME, MONTH, TIER);
  }

  private static Dataset<Row> homes(Inputs inputs) {
    return inputs
        .table(HOMES)
        .where(HOMES.region.col().isNotNull())
        .select(
            HOMES.homeId.col(),
            HOMES.region.col(),
            HOMES.ttwa.col(),
            HOMES.lad.col(),
            HOMES.nursing.col(),
            HOMES.beds.col());
  }

  private static Dataset<Row> withInstrument(
      Dataset<Row> homeMonths, Inputs inputs, AreaInstrument instrument) {
    Dataset<Row> areas =
        inputs
            .table(instrument.table())
            .where(instrument.where())
            .select(
                instrument.area().col().as(HOMES.ttwa.name()),
                instrument.month().col().as(STAFF.month.name()),
                instrument.value().col().as(instrument.label()));
    return homeMonths.join(
        broadcast(areas), new String[] {HOMES.ttwa.name(), STAFF.month.name()}, "left_outer");
  }

  private static List<Column> columns(List<AreaInstrument> instruments) {
    List<Column> columns = new ArrayList<>();
    columns.add(STAFF.homeId.col().as(HOME));
    columns.add(HOMES.region.col().as(REGION));
    columns.add(HOMES.ttwa.col().as(TTWA));
    columns.add(HOMES.lad.col().as(LAD));
    columns.add(OUTCOMES.matchTier.col().as(TIER));
    columns.add(when(HOMES.nursing.col(), lit(NURSING)).otherwise(lit(RESIDENTIAL)).as(KIND));
    columns.add(Month.number(STAFF.month.col()).cast("double").as(MONTH));
    columns.add(year(STAFF.month.col()).cast("double").as(YEAR));
    columns.add(OUTCOMES.residentDays.col().cast("double").as(DAYS));
    columns.add(OUTCOMES.residentMonths.col().cast("double").as(MONTHS_AT_RISK));
    columns.add(log(OUTCOMES.residentMonths.col().cast("double")).as(LOG_MONTHS));
    columns.add(
        when(OUTCOMES.series.col().equalTo(lit("ecds")), lit(1.0)).otherwise(lit(0.0)).as(ECDS));
    columns.addAll(exposures());
    for (AreaInstrument instrument : instruments) {
      columns.add(col(instrument.label()));
    }
    columns.addAll(outcomes());
    return columns;
  }

  private static List<Column> exposures() {
    Column staff = STAFF.staffAtStart.col().cast("double");
    Column vacancies = STAFF.vacancies.col().cast("double");
    Column beds = when(HOMES.beds.col().gt(lit(0)), HOMES.beds.col().cast("double"));
    return List.of(
        STAFF.turnover.col().as(StaffExposure.TURNOVER.label()),
        vacancies.divide(vacancies.plus(staff)).as(StaffExposure.VACANCY_RATE.label()),
        log(staff.divide(beds)).as(StaffExposure.STAFF_PER_BED.label()));
  }

  private static List<Column> outcomes() {
    List<Column> columns = new ArrayList<>();
    for (CareOutcome outcome : CareOutcome.values()) {
      if (outcome.counted()) {
        columns.add(outcome.field().col().cast("double").as(outcome.count()));
      }
      columns.add(outcome.level().as(outcome.label()));
    }
    return columns;
  }
}
