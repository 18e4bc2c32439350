package careworkforce.pipelines.silver.outcomes.homes;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.pipelines.bronze.cqc.CqcRatings;
import careworkforce.pipelines.silver.panels.CareHomeLocations;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Overall ratings of homes over time. A rating belongs to an inspection: published again, corrected
 * or carried to a successor location it is the same rating.
 */
public final class HomeRatings {
  /** Numbers of the ratings below good, as {@link HomeOutcomeMonths#RATING} has them. */
  public static final List<String> BELOW_GOOD = List.of("2", "1");

  private static final CqcRatings RATINGS = CqcRatings.TABLE;
  private static final CareHomeLocations LOCATIONS = CareHomeLocations.TABLE;
  private static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;

  private HomeRatings() {}

  /**
   * One row a home and inspection: {@code rated_home}, {@code inspected}, {@code published} first,
   * and the rating last published for it. A rating that one list tells without the date of its
   * inspection, as the published list has none, has that which another tells of the same
   * publication; where none does it is null, and each day of publication counts by itself.
   */
  static Dataset<Row> perInspection(Dataset<Row> ratings, Dataset<Row> locations) {
    WindowSpec publication =
        Window.partitionBy(RATINGS.locationId.col(), RATINGS.publicationDate.col());
    Column ofPublication = max(RATINGS.inspectionDate.col()).over(publication);
    Column visited = coalesce(RATINGS.inspectionDate.col(), ofPublication);
    Column group = RATINGS.servicePopulationGroup.col();
    return ratings
        .where(lower(RATINGS.domain.col()).equalTo(lit("overall")))
        .where(group.isNull().or(lower(group).equalTo(lit("overall"))))
        .withColumn(OUTCOMES.rating.name(), number(RATINGS.latestRating.col()))
        .where(OUTCOMES.rating.col().isNotNull().and(RATINGS.publicationDate.col().isNotNull()))
        .join(
            broadcast(
                locations.select(
                    LOCATIONS.locationId.col().as("rated_location"),
                    LOCATIONS.homeId.col().as("rated_home"))),
            RATINGS.locationId.col().equalTo(col("rated_location")),
            "inner")
        .withColumn("visited", visited)
        .groupBy(
            col("rated_home"), coalesce(col("visited"), RATINGS.publicationDate.col()).as("dated"))
        .agg(
            max(col("visited")).as("inspected"),
            min(RATINGS.publicationDate.col()).as("published"),
            max(struct(RATINGS.publicationDate.col(), RATINGS.period.col(), OUTCOMES.rating.col()))
                .getField(OUTCOMES.rating.name())
                .as("awarded"));
  }

  /**
   * The rating in force when a year begins, of homes that have one: that of the latest inspection
   * published before.
   *
   * @param homes homes and years, in columns of these names
   * @param ratings rows of {@link CqcRatings}
   * @param locations rows of {@link CareHomeLocations}
   * @return the home, the year, and {@link HomeOutcomeMonths#rating}
   */
  public static Dataset<Row> atBeginning(
      Dataset<Row> homes, String home, String year, Dataset<Row> ratings, Dataset<Row> locations) {
    Column before = year(col("published")).lt(col(year));
    return homes
        .select(col(home), col(year))
        .join(
            broadcast(perInspection(ratings, locations)),
            col(home).equalTo(col("rated_home")).and(before),
            "inner")
        .groupBy(col(home), col(year))
        .agg(latest().getField("awarded").as(OUTCOMES.rating.name()));
  }

  private static Column latest() {
    return max(struct(col("dated"), col("published"), col("awarded"), col("inspected")));
  }

  /**
   * One row: {@code listed_to}, the month of the last list of ratings; {@code told_from}, that of
   * the earliest inspection, and {@code told_to}, that of the last list with dates of inspections;
   * null without any.
   */
  static Dataset<Row> told(Dataset<Row> ratings, Dataset<Row> perInspection) {
    Column withDates = when(RATINGS.inspectionDate.col().isNotNull(), RATINGS.period.col());
    return perInspection
        .agg(trunc(min(col("inspected")), "month").as("told_from"))
        .crossJoin(
            ratings.agg(max(RATINGS.period.col()).as("listed_to"), max(withDates).as("told_to")));
  }

  /**
   * Adds to home-months the rating of the latest inspection published by the month's end; none
   * after the last list.
   */
  static Dataset<Row> inForce(Dataset<Row> homes, Dataset<Row> ratings, Dataset<Row> told) {
    Dataset<Row> months =
        homes
            .select(OUTCOMES.homeId.col(), OUTCOMES.month.col())
            .distinct()
            .crossJoin(broadcast(told))
            .where(OUTCOMES.month.col().leq(col("listed_to")));
    Dataset<Row> latest =
        months
            .join(
                broadcast(ratings),
                OUTCOMES
                    .homeId
                    .col()
                    .equalTo(col("rated_home"))
                    .and(col("published").leq(last_day(OUTCOMES.month.col()))),
                "inner")
            .groupBy(OUTCOMES.homeId.col(), OUTCOMES.month.col())
            .agg(latest().as("r"))
            .select(
                OUTCOMES.homeId.col(),
                OUTCOMES.month.col(),
                OUTCOMES.rating.is(col("r.awarded")),
                OUTCOMES.inspectedOn.is(col("r.inspected")));
    return homes.join(
        latest, new String[] {OUTCOMES.homeId.name(), OUTCOMES.month.name()}, "left_outer");
  }

  /**
   * Adds whether a home was visited in the month, and how it was rated then: null before the first
   * inspection of all, and in the months of whose inspections the last list with their dates may
   * not yet tell.
   *
   * @param lag months after which a rating is published
   */
  static Dataset<Row> given(Dataset<Row> homes, Dataset<Row> ratings, Dataset<Row> told, int lag) {
    Column isTold =
        coalesce(
            OUTCOMES.month.col().between(col("told_from"), add_months(col("told_to"), -lag)),
            lit(false));
    Dataset<Row> visits =
        ratings
            .where(col("inspected").isNotNull())
            .groupBy(
                OUTCOMES.homeId.is(col("rated_home")),
                OUTCOMES.month.is(trunc(col("inspected"), "month")))
            .agg(
                max(struct(col("inspected"), col("published"), col("awarded")))
                    .getField("awarded")
                    .as(OUTCOMES.ratingAtInspection.name()));
    return homes
        .join(
            broadcast(visits),
            new String[] {OUTCOMES.homeId.name(), OUTCOMES.month.name()},
            "left_outer")
        .crossJoin(broadcast(told))
        .withColumn(
            OUTCOMES.inspected.name(), when(isTold, OUTCOMES.ratingAtInspection.col().isNotNull()))
        .withColumn(
            OUTCOMES.ratingAtInspection.name(), when(isTold, OUTCOMES.ratingAtInspection.col()))
        .drop("listed_to", "told_from", "told_to");
  }

  private static Column number(Column words) {
    Column rating = lower(trim(words));
    return when(rating.equalTo(lit("outstanding")), lit("4"))
        .when(rating.equalTo(lit("good")), lit("3"))
        .when(rating.equalTo(lit("requires improvement")), lit("2"))
        .when(rating.equalTo(lit("inadequate")), lit("1"));
  }
}
