package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.careers.CareerYears;
import careworkforce.pipelines.silver.careers.HomeAreas;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The share of working-age residents of each trust's catchment who live in the most deprived fifth
 * of neighbourhoods: the mean of that share over the districts where its staff of a 30 September
 * live, weighted by staff.
 */
final class Catchments {
  private static final CareersAnchor ANCHOR = CareersAnchor.TABLE;
  private static final CareerYears YEARS = CareerYears.TABLE;
  private static final Deprivation AREAS = Deprivation.TABLE;
  private static final String STAFF = "staff";
  private static final String SHARE = "district_share";

  /** Tenths that are the most deprived fifth. */
  private static final int FIFTH = 2;

  private Catchments() {}

  /** One row a year and trust, and one a year for all trusts. */
  static Dataset<Row> of(Dataset<Row> years, Dataset<Row> areas) {
    Dataset<Row> staff =
        years
            .where(YEARS.atStart.col())
            .withColumn(ANCHOR.trust.name(), explode(trusts()))
            .where(ANCHOR.trust.col().isNotNull())
            .groupBy(ANCHOR.year.col(), ANCHOR.trust.col(), YEARS.homeDistrict.col())
            .agg(count(lit(1)).as(STAFF));
    // Staff are whole numbers and shares are rounded decimals: the same in whatever order.
    return staff
        .join(
            broadcast(districts(areas)),
            YEARS.homeDistrict.col().equalTo(AREAS.ladCode.col()),
            "inner")
        .groupBy(ANCHOR.year.col(), ANCHOR.trust.col())
        .agg(
            sum(col(SHARE).multiply(col(STAFF)))
                .cast("double")
                .divide(sum(col(STAFF)))
                .as(ANCHOR.catchment.name()));
  }

  /** The trust of a person, and all trusts together. */
  static Column trusts() {
    return array(YEARS.organisation.col(), lit(CareersAnchor.ALL));
  }

  private static Dataset<Row> districts(Dataset<Row> areas) {
    return HomeAreas.latest(areas).groupBy(AREAS.ladCode.col()).agg(deprived().as(SHARE));
  }

  /** Of the working-age residents of some neighbourhoods, the share in the most deprived fifth. */
  static Column deprived() {
    Column residents = AREAS.workingAge.col();
    Column deprived = when(AREAS.imdDecile.col().leq(lit(FIFTH)), residents).otherwise(lit(0));
    return coalesce(sum(deprived).cast("double").divide(sum(residents)), lit(0.0))
        .cast("decimal(12,10)");
  }
}
