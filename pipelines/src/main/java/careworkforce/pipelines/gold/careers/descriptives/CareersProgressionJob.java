package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.spells.EsrSpells;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** Cuts spells in a band into years and looks at what follows each. */
@AutoService(Job.class)
public final class CareersProgressionJob implements Transform {
  private static final CareersProgression RISES = CareersProgression.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final Column FIRST = col("first");
  private static final Column LAST = col("last");
  private static final String RISE = "rises_after";

  @Override
  public Table writes() {
    return RISES;
  }

  @Override
  public List<Table> reads() {
    return List.of(SPELLS, YEARS, EsrPersonMonths.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> years =
        inputs
            .table(YEARS)
            .withColumnRenamed(YEARS.level2.name(), "level2_at_start")
            .drop(YEARS.state.name(), RISES.personMonths.name());
    Dataset<Row> cells =
        Breakdown.of(
                atRisk(inputs.table(SPELLS))
                    .join(years, new String[] {YEARS.personId.name(), YEARS.year.name()}, "inner"))
            .groupBy(
                RISES.year.col(),
                RISES.group.col(),
                RISES.heldBand.col(),
                RISES.breakdown.col(),
                RISES.value.col())
            .agg(
                sum(RISES.personMonths.col()).as(RISES.personMonths.name()),
                sum(RISES.rises.col()).as(RISES.rises.name()));
    Column year = RISES.year.col();
    Column followed = least(SeptemberYear.last(year), RecordWindow.LAST.minus(lit(1)));
    Dataset<Row> whole =
        RecordWindow.beside(cells.where(RISES.personMonths.col().gt(lit(0L))), inputs)
            .withColumn(
                RISES.months.name(), RecordWindow.months(SeptemberYear.first(year), followed));
    return RISES.select(RISES.hazard.of(whole, RISES.rises.col(), RISES.personMonths.col()));
  }

  /** Months in a group and band, and rises from it, by person and year from September. */
  private static Dataset<Row> atRisk(Dataset<Row> spells) {
    WindowSpec career = Window.partitionBy(SPELLS.personId.col()).orderBy(FIRST);
    Column rises =
        lead(SPELLS.level2.col(), 1)
            .over(career)
            .equalTo(SPELLS.level2.col())
            .and(lead(SPELLS.bandRank.col(), 1).over(career).gt(SPELLS.bandRank.col()));
    Column followed =
        functions.when(lead(FIRST, 1).over(career).isNull(), LAST.minus(lit(1))).otherwise(LAST);
    Column september = SeptemberYear.first(RISES.year.col());
    Column until = least(col("followed"), SeptemberYear.last(RISES.year.col()));
    Column months = greatest(lit(0), until.minus(greatest(FIRST, september)).plus(lit(1)));
    return spells
        .withColumn("first", Month.number(SPELLS.firstMonth.col()))
        .withColumn("last", Month.number(SPELLS.lastMonth.col()))
        .withColumn(RISE, coalesce(rises, lit(false)))
        .withColumn("followed", followed)
        .where(SPELLS.level2.col().isNotNull().and(SPELLS.band.col().isNotNull()))
        .withColumn(
            RISES.year.name(), explode(sequence(SeptemberYear.of(FIRST), SeptemberYear.of(LAST))))
        .groupBy(
            SPELLS.personId.col(),
            RISES.year.col(),
            RISES.group.col(),
            RISES.heldBand.is(SPELLS.band.col()))
        .agg(
            sum(months).as(RISES.personMonths.name()),
            count_if(col(RISE).and(LAST.between(september, SeptemberYear.last(RISES.year.col()))))
                .as(RISES.rises.name()));
  }
}
