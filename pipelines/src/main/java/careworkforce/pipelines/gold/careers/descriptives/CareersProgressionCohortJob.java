package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Follows the nurses on the lowest point of band 5 from the cohort's month to a later one. */
@AutoService(Job.class)
public final class CareersProgressionCohortJob implements Transform {
  private static final CareersProgressionCohort COHORT = CareersProgressionCohort.TABLE;
  private static final EsrPersonMonths MONTHS = EsrPersonMonths.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;

  static final Setting<Month> FROM =
      Setting.month("careers.progression.cohort", "month of the cohort of band 5 nurses");
  static final Setting<Month> SEEN =
      Setting.month("careers.progression.seen", "month in which the cohort is looked for");
  static final Setting<Integer> LOWEST =
      Setting.integer(
          "careers.progression.lowest-point",
          "",
          "lowest spine point of band 5 in the cohort's month",
          1,
          60);

  @Override
  public Table writes() {
    return COHORT;
  }

  @Override
  public List<Table> reads() {
    return List.of(MONTHS, SPELLS, EXITS, YEARS);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(FROM, SEEN, LOWEST);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Month from = inputs.value(FROM);
    Month seen = inputs.value(SEEN);
    Dataset<Row> members =
        members(inputs.table(MONTHS), from, inputs.value(LOWEST))
            .join(
                described(inputs.table(YEARS), from),
                new String[] {MONTHS.personId.name()},
                "left_outer")
            .join(
                standing(ServiceTransfers.apart(inputs.table(SPELLS), inputs.table(EXITS)), seen),
                new String[] {MONTHS.personId.name()},
                "inner");
    Dataset<Row> counted =
        Breakdown.of(members)
            .groupBy(COHORT.outcome.col(), COHORT.breakdown.col(), COHORT.value.col())
            .agg(count(lit(1)).as(COHORT.there.name()))
            .withColumn(COHORT.cohort.name(), day(from))
            .withColumn(COHORT.seen.name(), day(seen))
            .withColumn(
                COHORT.persons.name(),
                sum(COHORT.there.col())
                    .over(Window.partitionBy(COHORT.breakdown.col(), COHORT.value.col())));
    return COHORT.select(COHORT.share.of(counted, COHORT.there.col(), COHORT.persons.col()));
  }

  private static Column day(Month month) {
    return lit(Date.valueOf(month.firstDay()));
  }

  private static Dataset<Row> members(Dataset<Row> months, Month from, int lowest) {
    return months
        .where(
            MONTHS
                .month
                .col()
                .equalTo(day(from))
                .and(MONTHS.level2.col().equalTo(lit(OccupationGroups.NURSES)))
                .and(MONTHS.band.col().equalTo(lit("5")))
                .and(MONTHS.spinePoint.col().equalTo(lit(lowest))))
        .select(MONTHS.personId.col());
  }

  /** The members as described in the year that the cohort's month lies in. */
  private static Dataset<Row> described(Dataset<Row> years, Month from) {
    return years.where(YEARS.year.col().equalTo(lit(SeptemberYear.of(from))));
  }

  /** What everybody is in the later month; nobody where the window does not reach it. */
  private static Dataset<Row> standing(Dataset<Row> spells, Month seen) {
    Column nurse = coalesce(SPELLS.level2.col().equalTo(lit(OccupationGroups.NURSES)), lit(false));
    Column rank = SPELLS.bandRank.col();
    Column outcome =
        when(nurse.and(rank.geq(lit(70))), lit("BAND_7_TO_9"))
            .when(nurse.and(rank.geq(lit(60))), lit("BAND_6"))
            .when(nurse.and(rank.isNotNull()), lit("BAND_5"))
            .when(nurse, lit("NO_BAND"))
            .otherwise(lit("LEFT"));
    return spells
        .where(day(seen).between(SPELLS.firstMonth.col(), SPELLS.lastMonth.col()))
        .where(SPELLS.state.col().notEqual(lit(PayrollState.TRANSFERRED)))
        .select(SPELLS.personId.col(), COHORT.outcome.is(outcome));
  }
}
