package careworkforce.pipelines.silver.exposures.vacancies;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.adverts.AreaJobAdverts;
import careworkforce.pipelines.bronze.adverts.OccupationJobs;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.exposures.wages.OutsideWageSharesJob;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import careworkforce.pipelines.silver.reference.SocOccupations;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Sets adverts against jobs, area by area, and spreads the index over each link. */
@AutoService(Job.class)
public final class VacancyMonthsJob implements Transform {
  private static final VacancyMonths MONTHS = VacancyMonths.TABLE;
  private static final AreaJobAdverts ADVERTS = AreaJobAdverts.TABLE;
  private static final OccupationJobs JOBS = OccupationJobs.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;
  private static final AreaLinks LINKS = AreaLinks.TABLE;
  private static final String LAD = "district";
  private static final String AREA = "area";
  private static final String OCCUPATION = "occupation";
  private static final String TOLD = "told_districts";

  @Override
  public Table writes() {
    return MONTHS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ADVERTS, JOBS, DISTRICTS, LINKS, CareDestinations.TABLE, SocOccupations.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(OutsideWageSharesJob.PANEL);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> districts = inputs.table(DISTRICTS);
    Dataset<Row> areas = PresentDistricts.areas(districts, LAD, AREA);
    Dataset<Row> rates =
        adverts(inputs.table(ADVERTS), districts)
            .join(
                broadcast(CensusJobs.of(inputs.table(JOBS), districts, LAD, OCCUPATION, "jobs")),
                new String[] {LAD, OCCUPATION},
                "inner")
            .where(ofAllItWas())
            .join(broadcast(areas), new String[] {LAD}, "inner")
            .groupBy(col(AREA), col(OCCUPATION), MONTHS.month.col())
            .agg(sum(col("adverts")).divide(sum(col("jobs"))).as("rate"));
    return MONTHS.select(
        linked(indexed(rates, OccupationWeights.of(inputs, OCCUPATION)), inputs.table(LINKS)));
  }

  /**
   * Whether adverts are of all of a district whose jobs they are set against: where told for
   * nothing but what it was at the census, then for each part that has such jobs. A code of after
   * the census may be of several parts, and is taken with the others for the whole.
   */
  private static Column ofAllItWas() {
    Column untold = size(array_except(col(CensusJobs.OF), col(TOLD)));
    Column since = size(array_except(col(TOLD), col(CensusJobs.OF)));
    return untold.equalTo(lit(0)).or(since.gt(lit(0)));
  }

  /**
   * Adverts of present districts as last delivered, with the codes that they are told under. Of one
   * that was several, those of all are known or none are.
   */
  private static Dataset<Row> adverts(Dataset<Row> delivered, Dataset<Row> districts) {
    WindowSpec month = Window.partitionBy(col(LAD), ADVERTS.occupation.col(), ADVERTS.month.col());
    return delivered
        .join(
            broadcast(PresentDistricts.of(districts, ADVERTS.ladCode.name(), LAD)),
            new String[] {ADVERTS.ladCode.name()},
            "inner")
        .withColumn("last_period", max(ADVERTS.period.col()).over(month))
        .where(ADVERTS.period.col().equalTo(col("last_period")))
        .groupBy(col(LAD), ADVERTS.ladCode.col(), ADVERTS.occupation.col(), ADVERTS.month.col())
        .agg(
            max(struct(ADVERTS.sourceLine.col(), ADVERTS.adverts.col()))
                .getField(ADVERTS.adverts.name())
                .as("told"))
        .groupBy(col(LAD), ADVERTS.occupation.col().as(OCCUPATION), ADVERTS.month.col())
        .agg(
            when(count_if(col("told").isNull()).equalTo(lit(0L)), sum(col("told"))).as("adverts"),
            collect_set(ADVERTS.ladCode.col()).as(TOLD))
        .where(col("adverts").isNotNull());
  }

  private static Dataset<Row> indexed(Dataset<Row> rates, Dataset<Row> weights) {
    Column pi = col(OccupationWeights.PI);
    Column scopes =
        when(
                OccupationWeights.other(OCCUPATION),
                array(lit(VacancyMonths.ALL), lit(VacancyMonths.OTHER)))
            .otherwise(array(lit(VacancyMonths.ALL)));
    return rates
        .join(broadcast(weights), new String[] {OCCUPATION}, "inner")
        .withColumn(MONTHS.scope.name(), explode(scopes))
        .groupBy(MONTHS.scope.col(), col(AREA), MONTHS.month.col())
        .agg(ExactTerms.sum(pi.multiply(col("rate"))).divide(ExactTerms.sum(pi)).as("own"));
  }

  /** Areas without adverts leave the weights of the others to sum to one. */
  private static Dataset<Row> linked(Dataset<Row> own, Dataset<Row> links) {
    Column weight = LINKS.weight.col();
    return links
        .join(broadcast(own), LINKS.linked.col().equalTo(col(AREA)), "inner")
        .groupBy(LINKS.link.col(), MONTHS.scope.col(), LINKS.area.col(), MONTHS.month.col())
        .agg(
            ExactTerms.sum(weight.multiply(col("own")))
                .divide(ExactTerms.sum(weight))
                .as(MONTHS.index.name()));
  }
}
