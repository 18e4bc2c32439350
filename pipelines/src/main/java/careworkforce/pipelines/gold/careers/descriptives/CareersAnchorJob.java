package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.SeptemberYear;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.person.RecordWindow;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import careworkforce.pipelines.silver.spells.ToldMonths;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets where entrants and upward movers live against where the catchment's residents do. */
@AutoService(Job.class)
public final class CareersAnchorJob implements Transform {
  private static final CareersAnchor ANCHOR = CareersAnchor.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final Deprivation AREAS = Deprivation.TABLE;
  private static final String FIRST = "first_year";
  private static final String MOVERS = "UPWARD_MOVERS";

  @Override
  public Table writes() {
    return ANCHOR;
  }

  @Override
  public List<Table> reads() {
    return List.of(
        YEARS, MOVES, AREAS, EsrPersonMonths.TABLE, TrustAreas.TABLE, DistrictAreas.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> years = inputs.table(YEARS);
    Dataset<Row> counted =
        entrants(years)
            .unionByName(upward(years, inputs.table(MOVES)))
            .where(YEARS.deprivation.col().isNotNull())
            .withColumn(ANCHOR.trust.name(), explode(Catchments.trusts()))
            .where(ANCHOR.trust.col().isNotNull())
            .groupBy(ANCHOR.year.col(), ANCHOR.group.col(), ANCHOR.trust.col())
            .agg(
                count(lit(1)).as(ANCHOR.persons.name()),
                count_if(YEARS.deprivation.col().equalTo(lit(1))).as(ANCHOR.deprived.name()));
    String[] place = {ANCHOR.year.name(), ANCHOR.trust.name()};
    Dataset<Row> placed =
        counted
            .join(Catchments.of(years, inputs.table(AREAS)), place, "left_outer")
            .join(TravelToWork.of(years, inputs), place, "left_outer");
    Dataset<Row> shared = ANCHOR.share.of(placed, ANCHOR.deprived.col(), ANCHOR.persons.col());
    return ANCHOR.select(
        RecordWindow.beside(shared, inputs)
            .withColumn(ANCHOR.ratio.name(), proportion(ANCHOR.share.value(), ANCHOR.catchment))
            .withColumn(ANCHOR.ratioLow.name(), proportion(ANCHOR.share.low(), ANCHOR.catchment))
            .withColumn(ANCHOR.ratioHigh.name(), proportion(ANCHOR.share.high(), ANCHOR.catchment))
            .withColumn(ANCHOR.areaRatio.name(), proportion(ANCHOR.share.value(), ANCHOR.areaShare))
            .withColumn(
                ANCHOR.areaRatioLow.name(), proportion(ANCHOR.share.low(), ANCHOR.areaShare))
            .withColumn(
                ANCHOR.areaRatioHigh.name(), proportion(ANCHOR.share.high(), ANCHOR.areaShare))
            .withColumn(ANCHOR.months.name(), months(ToldMonths.of(inputs))));
  }

  /** From October to September; of movers those in which a move can be told. */
  private static Column months(ToldMonths told) {
    Column from = SeptemberYear.firstChange(ANCHOR.year.col());
    Column until = SeptemberYear.lastChange(ANCHOR.year.col());
    Column moves = ANCHOR.group.col().equalTo(lit(MOVERS));
    return RecordWindow.months(from, when(moves, least(until, told.last())).otherwise(until));
  }

  private static Column proportion(Field share, Field of) {
    return when(of.col().gt(lit(0.0)), share.col().divide(of.col()));
  }

  private static Dataset<Row> entrants(Dataset<Row> years) {
    Dataset<Row> low = years.where(YEARS.band.col().isin("2", "3", "4"));
    return low.where(not(YEARS.atStart.col()))
        .unionByName(inSeptember(low, years))
        .select(described("ENTRANTS_BAND_2_TO_4"));
  }

  /**
   * Those on a payroll on a 30 September and in no month of the year that it ends, under that year;
   * none before the window's first, where everybody would be one.
   */
  private static Dataset<Row> inSeptember(Dataset<Row> low, Dataset<Row> years) {
    Dataset<Row> first = years.agg(min(YEARS.year.col()).as(FIRST));
    Dataset<Row> seen = years.select(YEARS.personId.col(), YEARS.year.col());
    return low.where(YEARS.atStart.col())
        .withColumn(YEARS.year.name(), YEARS.year.col().minus(lit(1)))
        .crossJoin(broadcast(first))
        .where(YEARS.year.col().geq(col(FIRST)))
        .join(seen, new String[] {YEARS.personId.name(), YEARS.year.name()}, "left_anti")
        .drop(FIRST);
  }

  /** Persons with an upward move in the year, once however many they make. */
  private static Dataset<Row> upward(Dataset<Row> years, Dataset<Row> moves) {
    Dataset<Row> movers =
        moves
            .where(MOVES.headline.col().and(MOVES.direction.col().equalTo(lit("up"))))
            .select(
                MOVES.personId.col(),
                YEARS.year.is(SeptemberYear.ofChange(Month.number(MOVES.month.col()))))
            .distinct();
    return years
        .join(movers, new String[] {YEARS.personId.name(), YEARS.year.name()}, "left_semi")
        .select(described(MOVERS));
  }

  private static Column[] described(String group) {
    return new Column[] {
      YEARS.year.col(),
      ANCHOR.group.is(lit(group)),
      YEARS.organisation.col(),
      YEARS.deprivation.col()
    };
  }
}
