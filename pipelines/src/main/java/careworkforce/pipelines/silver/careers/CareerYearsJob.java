package careworkforce.pipelines.silver.careers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.EsrPersons;
import careworkforce.pipelines.silver.reference.Trusts;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.EsrSpellsJob;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cuts careers into years, looks ahead from each, and describes the person at its beginning. */
@AutoService(Job.class)
public final class CareerYearsJob implements Transform {
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrPersons PERSONS = EsrPersons.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final Trusts TRUSTS = Trusts.TABLE;
  private static final Deprivation AREAS = Deprivation.TABLE;

  @Override
  public Table writes() {
    return YEARS;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, EXITS, MOVES, MONTHS, PERSONS, TRUSTS, AREAS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(EsrSpellsJob.GAP, MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    int gap = inputs.value(EsrSpellsJob.GAP);
    int held = inputs.value(MoveRule.HELD);
    Dataset<Row> apart = ServiceTransfers.apart(inputs.table(SPELLS), inputs.table(EXITS));
    Dataset<Row> spells = withTrust(apart, inputs.table(TRUSTS));
    Dataset<Row> years =
        new YearOutcomes(gap, held).of(SpellYears.of(spells, gap, held), inputs.table(MOVES));
    Dataset<Row> described = withMonth(started(years), inputs.table(MONTHS));
    return YEARS.select(
        withHome(withPerson(described, inputs.table(PERSONS)), inputs.table(AREAS)));
  }

  /** The years in which the person was on a payroll, with the struct of the first month opened. */
  private static Dataset<Row> started(Dataset<Row> years) {
    Dataset<Row> started =
        years
            .where(of(SpellYears.MONTH).isNotNull())
            .where(SpellYears.september().geq(col(SpellYears.WINDOW_FIRST)))
            .withColumn(YEARS.month.name(), Month.first(of(SpellYears.MONTH)));
    for (Field field : SpellYears.DESCRIBED) {
      started = started.withColumn(field.name(), of(field.name()));
    }
    return started;
  }

  private static Column of(String field) {
    return col(SpellYears.START).getField(field);
  }

  private static Dataset<Row> withTrust(Dataset<Row> spells, Dataset<Row> trusts) {
    Dataset<Row> small =
        trusts.select(
            TRUSTS.organisation.col().as("trust"),
            YEARS.trustType.is(TRUSTS.trustType.col()),
            YEARS.region.is(TRUSTS.region.col()),
            YEARS.icb.is(TRUSTS.icb.col()));
    return spells.join(
        broadcast(small), SPELLS.organisation.col().equalTo(col("trust")), "left_outer");
  }

  /** What the panel alone says of the month: hours, pay, age, home, time in the assignment. */
  private static Dataset<Row> withMonth(Dataset<Row> years, Dataset<Row> months) {
    Dataset<Row> details =
        months.select(
            MONTHS.personId.col(),
            MONTHS.month.col(),
            MONTHS.occupationCode.col(),
            MONTHS.spinePoint.col(),
            MONTHS.fte.col(),
            MONTHS.hourlyPay.col(),
            MONTHS.age.col(),
            YEARS.ageGroup.is(PersonGroups.age(MONTHS.age.col())),
            YEARS.tenure.is(
                PersonGroups.tenure(MONTHS.startDate.col(), last_day(MONTHS.month.col()))),
            MONTHS.homeLsoa.col());
    return years
        .hint("shuffle_hash")
        .join(details, new String[] {YEARS.personId.name(), YEARS.month.name()}, "left_outer");
  }

  private static Dataset<Row> withPerson(Dataset<Row> years, Dataset<Row> persons) {
    Dataset<Row> constant =
        persons.select(
            PERSONS.personId.col(),
            PERSONS.sex.col(),
            YEARS.ethnicity.is(PersonGroups.ethnicity(PERSONS.ethnicity.col())),
            YEARS.nationality.is(PersonGroups.nationality(PERSONS.nationality.col())));
    return years.join(constant, new String[] {YEARS.personId.name()}, "left_outer");
  }

  private static Dataset<Row> withHome(Dataset<Row> years, Dataset<Row> areas) {
    Dataset<Row> small =
        HomeAreas.latest(areas)
            .select(
                AREAS.lsoa11Code.col().as("lsoa"),
                YEARS.homeDistrict.is(AREAS.ladCode.col()),
                YEARS.deprivation.is(ceil(AREAS.imdDecile.col().divide(lit(2))).cast("int")));
    return years.join(broadcast(small), YEARS.homeLsoa.col().equalTo(col("lsoa")), "left_outer");
  }
}
