package careworkforce.pipelines.silver.exposures.wages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.adverts.OccupationJobs;
import careworkforce.pipelines.bronze.ashe.AsheOccupationPay;
import careworkforce.pipelines.silver.destinations.CareDestinations;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.exposures.vacancies.CensusJobs;
import careworkforce.pipelines.silver.exposures.vacancies.OccupationWeights;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import careworkforce.pipelines.silver.reference.SocOccupations;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Weighs pay of occupations elsewhere by jobs at the census and by where leavers go. */
@AutoService(Job.class)
public final class OutsideWageOccupationsJob implements Transform {
  private static final OutsideWageOccupations INDEX = OutsideWageOccupations.TABLE;
  private static final OutsideWageShares SHARES = OutsideWageShares.TABLE;
  private static final OutsideWageShocks PAY = OutsideWageShocks.TABLE;
  private static final AsheOccupationPay PUBLISHED = AsheOccupationPay.TABLE;
  private static final OccupationJobs JOBS = OccupationJobs.TABLE;
  private static final DistrictAreas DISTRICTS = DistrictAreas.TABLE;
  private static final int LAST_SOC2010 = 2020;
  private static final String LAD = "district";
  private static final String OCCUPATION = "occupation";
  private static final String HERE = "jobs_here";
  private static final String EXPOSURE = "exposure";

  @Override
  public Table writes() {
    return INDEX;
  }

  @Override
  public List<Table> reads() {
    return List.of(
        PUBLISHED, JOBS, DISTRICTS, SHARES, CareDestinations.TABLE, SocOccupations.TABLE);
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(OutsideWageSharesJob.PANEL);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    String[] cell = {INDEX.region.name(), OCCUPATION};
    Column exposure = col(EXPOSURE);
    return INDEX.select(
        exposures(inputs)
            .join(
                broadcast(regions(inputs.table(SHARES))), new String[] {INDEX.ttwa.name()}, "inner")
            .join(broadcast(pay(inputs.table(PUBLISHED))), cell, "inner")
            .groupBy(INDEX.ttwa.col(), INDEX.year.col(), INDEX.region.col())
            .agg(
                total(exposure.multiply(PAY.logWageElsewhere.col()), INDEX.index.name()),
                total(exposure.multiply(PAY.logWageHere.col()), INDEX.indexHere.name()),
                total(exposure, INDEX.exposures.name()),
                count(lit(1)).as(INDEX.occupations.name())));
  }

  /** A row an area and occupation. */
  private static Dataset<Row> exposures(Inputs inputs) {
    Dataset<Row> districts = inputs.table(DISTRICTS);
    Dataset<Row> cells =
        CensusJobs.of(inputs.table(JOBS), districts, LAD, OCCUPATION, "jobs")
            .join(
                broadcast(PresentDistricts.areas(districts, LAD, INDEX.ttwa.name())),
                new String[] {LAD},
                "inner")
            .groupBy(INDEX.ttwa.col(), col(OCCUPATION))
            .agg(sum(col("jobs")).cast("double").as(HERE));
    Dataset<Row> areas = cells.groupBy(INDEX.ttwa.col()).agg(sum(col(HERE)).as("jobs_of_area"));
    Dataset<Row> occupations = cells.groupBy(col(OCCUPATION)).agg(sum(col(HERE)).as("jobs_of_it"));
    Dataset<Row> england = cells.agg(sum(col(HERE)).as("jobs_of_england"));
    Column here = col(HERE).divide(col("jobs_of_area"));
    Column national = col("jobs_of_it").divide(col("jobs_of_england"));
    return cells
        .join(broadcast(areas), new String[] {INDEX.ttwa.name()}, "inner")
        .join(broadcast(occupations), new String[] {OCCUPATION}, "inner")
        .crossJoin(broadcast(england))
        .join(
            broadcast(OccupationWeights.of(inputs, OCCUPATION)), new String[] {OCCUPATION}, "inner")
        .withColumn(EXPOSURE, col(OccupationWeights.PI).multiply(here.divide(national)));
  }

  private static Dataset<Row> regions(Dataset<Row> shares) {
    return shares.groupBy(SHARES.ttwa.col()).agg(max(SHARES.region.col()).as(INDEX.region.name()));
  }

  /** Pay of occupations that is published in every year both in the region and elsewhere. */
  private static Dataset<Row> pay(Dataset<Row> published) {
    String[] cell = {PAY.region.name(), PAY.division.name()};
    Dataset<Row> all =
        PayElsewhere.of(
            published.where(year(PUBLISHED.period.col()).leq(lit(LAST_SOC2010))), PUBLISHED);
    Dataset<Row> known =
        all.where(PAY.logWageElsewhere.col().isNotNull().and(PAY.logWageHere.col().isNotNull()));
    Dataset<Row> complete =
        known
            .groupBy(PAY.region.col(), PAY.division.col())
            .agg(countDistinct(PAY.year.col()).as("known_years"))
            .crossJoin(broadcast(all.agg(countDistinct(PAY.year.col()).as("years"))))
            .where(col("known_years").equalTo(col("years")))
            .select(PAY.region.col(), PAY.division.col());
    return known.join(complete, cell, "inner").withColumnRenamed(PAY.division.name(), OCCUPATION);
  }

  private static Column total(Column term, String name) {
    return ExactTerms.sum(term).as(name);
  }
}
