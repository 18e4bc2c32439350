package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import careworkforce.common.job.Inputs;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.HomeAreas;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.PresentDistricts;
import careworkforce.pipelines.silver.reference.TrustAreas;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The share of working-age residents of each trust's travel-to-work area who live in the most
 * deprived fifth of neighbourhoods, whoever the trust employs.
 */
final class TravelToWork {
  private static final CareersAnchor ANCHOR = CareersAnchor.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final Deprivation AREAS = Deprivation.TABLE;
  private static final TrustAreas TRUSTS = TrustAreas.TABLE;
  private static final String AREA = "residents_area";
  private static final String SHARE = "residents_share";

  private TravelToWork() {}

  /** One row a year and trust, and one a year for all trusts, weighted by their staff. */
  static Dataset<Row> of(Dataset<Row> years, Inputs inputs) {
    Dataset<Row> shares = shares(inputs.table(AREAS), inputs.table(DistrictAreas.TABLE));
    Dataset<Row> trusts =
        inputs
            .table(TRUSTS)
            .join(broadcast(shares), TRUSTS.ttwa.col().equalTo(col(AREA)), "inner")
            .select(TRUSTS.organisation.col().as("placed"), col(SHARE));
    // Shares are rounded decimals: the same in whatever order they are summed.
    return years
        .where(YEARS.atStart.col())
        .join(broadcast(trusts), YEARS.organisation.col().equalTo(col("placed")), "inner")
        .withColumn(ANCHOR.trust.name(), explode(Catchments.trusts()))
        .groupBy(ANCHOR.year.col(), ANCHOR.trust.col())
        .agg(sum(col(SHARE)).cast("double").divide(count(col(SHARE))).as(ANCHOR.areaShare.name()));
  }

  private static Dataset<Row> shares(Dataset<Row> areas, Dataset<Row> districts) {
    Dataset<Row> placed = PresentDistricts.areas(districts, "area_lad", AREA);
    return HomeAreas.latest(areas)
        .join(broadcast(placed), AREAS.ladCode.col().equalTo(col("area_lad")), "inner")
        .groupBy(col(AREA))
        .agg(Catchments.deprived().as(SHARE));
  }
}
