package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MoveRule;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets the moves from support to nurse against new nurses, and against months in support. */
@AutoService(Job.class)
public final class CareersSupportToNurseJob implements Transform {
  private static final CareersSupportToNurse ROUTE = CareersSupportToNurse.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;

  @Override
  public Table writes() {
    return ROUTE;
  }

  @Override
  public List<Table> reads() {
    return Entrants.tables();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> entrants =
        Entrants.of(inputs)
            .where(Entrants.TO_GROUP.equalTo(lit(OccupationGroups.NURSES)))
            .withColumn(ROUTE.year.name(), SeptemberYear.ofChange(Month.number(Entrants.ENTRY)));
    Dataset<Row> all =
        entrants.groupBy(ROUTE.year.col()).agg(count(lit(1)).as(ROUTE.allEntrants.name()));
    String[] cell = ROUTE.key().stream().map(Field::name).toArray(String[]::new);
    Dataset<Row> told =
        atRisk(inputs)
            .join(broadcast(came(entrants)), cell, "left_outer")
            .join(broadcast(all), new String[] {ROUTE.year.name()}, "left_outer");
    for (Field field : List.of(ROUTE.entrants, ROUTE.allEntrants, ROUTE.moves)) {
      told = told.withColumn(field.name(), coalesce(field.col(), lit(0L)));
    }
    return ROUTE.select(
        ROUTE.rate.of(
            ROUTE.pipe.of(told, ROUTE.entrants.col(), ROUTE.allEntrants.col()),
            ROUTE.moves.col(),
            ROUTE.personMonths.col()));
  }

  /** Those who came from support, by whatever means and by theirs. */
  private static Dataset<Row> came(Dataset<Row> entrants) {
    return from(entrants, Entrants.FROM_GROUP, Entrants.fromRole())
        .withColumn(
            ROUTE.means.name(), explode(array(lit(CareersSupportToNurse.ALL), Entrants.MEANS)))
        .groupBy(ROUTE.key().stream().map(Field::col).toArray(Column[]::new))
        .agg(
            count_if(Entrants.within()).as(ROUTE.entrants.name()),
            count(lit(1)).as(ROUTE.moves.name()));
  }

  /** Rows of support staff, once as of nursing support and once as of all support roles. */
  private static Dataset<Row> from(Dataset<Row> rows, Column level2, Column level1) {
    return Laid.out(
        rows,
        origin(SPELLS.level2, OccupationGroups.NURSING_SUPPORT, level2),
        origin(SPELLS.level1, OccupationGroups.SUPPORT_TO_CLINICAL, level1));
  }

  private static Column origin(Field level, String support, Column held) {
    return when(
        held.equalTo(lit(support)),
        struct(ROUTE.level.is(lit(level.name())), ROUTE.fromGroup.is(lit(support))));
  }

  /** Months in support by year from October, once for every means. */
  private static Dataset<Row> atRisk(Inputs inputs) {
    Column october = SeptemberYear.firstChange(ROUTE.year.col());
    Column september = SeptemberYear.lastChange(ROUTE.year.col());
    Column first = Month.number(SPELLS.firstMonth.col());
    Column last = Month.number(SPELLS.lastMonth.col());
    Column there = Entrants.months(greatest(first, october), least(last, september));
    Column onPayroll = PayrollState.onPayroll(SPELLS.state.col());
    Column role =
        when(
            SPELLS.level2.col().notEqual(lit(OccupationGroups.NURSING_LEARNERS)),
            SPELLS.level1.col());
    Dataset<Row> years =
        from(inputs.table(SPELLS).where(onPayroll), SPELLS.level2.col(), role)
            .withColumn(
                ROUTE.year.name(),
                explode(sequence(SeptemberYear.ofChange(first), SeptemberYear.ofChange(last))));
    return Entrants.withTold(years, inputs)
        .groupBy(ROUTE.year.col(), ROUTE.level.col(), ROUTE.fromGroup.col())
        .agg(
            sum(there).as(ROUTE.personMonths.name()),
            max(Entrants.months(october, september)).as(ROUTE.months.name()))
        .where(ROUTE.months.col().gt(lit(0)))
        .withColumn(ROUTE.means.name(), explode(means()));
  }

  private static Column means() {
    return array(
        CareersSupportToNurse.MEANS.codes().stream()
            .map(means -> lit(means))
            .toArray(Column[]::new));
  }
}
