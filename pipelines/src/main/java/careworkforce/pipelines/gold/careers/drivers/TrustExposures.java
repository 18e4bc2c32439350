package careworkforce.pipelines.gold.careers.drivers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.bronze.trustpolicies.TrustPolicies;
import careworkforce.pipelines.silver.exposures.houseprice.AreaHousePrices;
import careworkforce.pipelines.silver.exposures.houseprice.DistrictPrices;
import careworkforce.pipelines.silver.exposures.houseprice.HousePriceQuarters;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.reference.TrustAreas;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a trust's staff are exposed to in a month: house prices of its district, as of the last
 * quarter that has ended, and its policies. Columns are added to rows that have a trust {@code
 * organisation} and a month.
 */
final class TrustExposures {
  /** The last month for which a policy without an end is written out: December 2049. */
  private static final int FAR = Month.of(2049, 12).number();

  static final String TTWA = "ttwa";

  /** The present district of the trust. */
  static final String LAD = "trust_lad";

  static final String HOUSE_PRICE = "log_house_price";
  static final String AREA_PRICE = "area_log_house_price";
  static final String NEAR_PRICE = "near_log_house_price";
  static final String POLICY = "policy_";

  private static final TrustAreas AREAS = TrustAreas.TABLE;
  private static final HousePriceQuarters PRICES = HousePriceQuarters.TABLE;
  private static final AreaHousePrices AREA_PRICES = AreaHousePrices.TABLE;
  private static final TrustPolicies POLICIES = TrustPolicies.TABLE;
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;

  private TrustExposures() {}

  static List<Table> tables() {
    return List.of(AREAS, PRICES, AREA_PRICES, POLICIES, SUCCESSORS);
  }

  /** Tables without which exposures are not told, and all else is. */
  static List<Table> canLack() {
    return List.of(PRICES, AREA_PRICES, POLICIES);
  }

  /** Names of the policies that any trust has, in order. */
  static List<String> policies(Inputs inputs) {
    return inputs.table(POLICIES).select(POLICIES.policy.col()).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /**
   * Rows with the area and the house price of their trust; null where none is known. A district
   * that is in no travel-to-work area, as one made after the areas were drawn, stands for its own.
   */
  static Dataset<Row> withHousePrices(Dataset<Row> rows, Column month, Inputs inputs) {
    Column district = coalesce(AREAS.present.col(), AREAS.lad.col());
    return rows.join(
            broadcast(
                inputs
                    .table(AREAS)
                    .select(
                        AREAS.organisation.col().as("placed"),
                        district.as(LAD),
                        coalesce(AREAS.ttwa.col(), district).as(TTWA))),
            AREAS.organisation.col().equalTo(col("placed")),
            "left_outer")
        .join(
            broadcast(
                DistrictPrices.of(inputs.table(PRICES))
                    .select(
                        col(DistrictPrices.DISTRICT),
                        Month.number(PRICES.month.col()).as("priced_month"),
                        PRICES.logPrice.col().as(HOUSE_PRICE))),
            col(LAD)
                .equalTo(col(DistrictPrices.DISTRICT))
                .and(quarter(month).equalTo(col("priced_month"))),
            "left_outer");
  }

  /** Rows that have an area with the prices of all of it, and of what lies near by distance. */
  static Dataset<Row> withAreaPrices(Dataset<Row> rows, Column month, Inputs inputs) {
    Dataset<Row> prices =
        inputs
            .table(AREA_PRICES)
            .groupBy(
                AREA_PRICES.area.col().as("priced_area"),
                Month.number(AREA_PRICES.month.col()).as("area_priced_month"))
            .agg(
                priceBy(AreaLinks.TTWA).as(AREA_PRICE), priceBy(AreaLinks.DISTANCE).as(NEAR_PRICE));
    return rows.join(
        broadcast(prices),
        col(TTWA).equalTo(col("priced_area")).and(quarter(month).equalTo(col("area_priced_month"))),
        "left_outer");
  }

  private static Column priceBy(String link) {
    return max(when(AREA_PRICES.link.col().equalTo(lit(link)), AREA_PRICES.logPrice.col()));
  }

  /** The number of the last month of the last quarter that has ended. */
  private static Column quarter(Column month) {
    Column next = Month.number(month).plus(lit(1));
    return next.minus(next.mod(lit(3))).minus(lit(1));
  }

  /** Rows with a number for each policy: 1 while in force, 0 otherwise. */
  static Dataset<Row> withPolicies(
      Dataset<Row> rows, Column month, List<String> names, Inputs inputs) {
    if (names.isEmpty()) {
      return rows;
    }
    Column[] flags =
        names.stream()
            .map(
                name ->
                    max(when(POLICIES.policy.col().equalTo(lit(name)), lit(1.0))
                            .otherwise(lit(0.0)))
                        .as(POLICY + name))
            .toArray(Column[]::new);
    Dataset<Row> inForce =
        months(inputs)
            .groupBy(col("adopter"), col("in_force"))
            .agg(flags[0], java.util.Arrays.copyOfRange(flags, 1, flags.length));
    Dataset<Row> joined =
        rows.join(
            broadcast(inForce),
            AREAS
                .organisation
                .col()
                .equalTo(col("adopter"))
                .and(Month.number(month).equalTo(col("in_force"))),
            "left_outer");
    for (String name : names) {
      joined = joined.withColumn(POLICY + name, coalesce(col(POLICY + name), lit(0.0)));
    }
    return joined;
  }

  /** A row for each trust as its successor, policy and month in force. */
  private static Dataset<Row> months(Inputs inputs) {
    Column from = Month.number(POLICIES.fromMonth.col());
    Column to = coalesce(Month.number(POLICIES.toMonth.col()), lit(FAR));
    return inputs
        .table(POLICIES)
        .join(
            broadcast(
                inputs
                    .table(SUCCESSORS)
                    .select(SUCCESSORS.organisation.col().as("ended"), SUCCESSORS.successor.col())),
            POLICIES.trust.col().equalTo(col("ended")),
            "left_outer")
        .where(from.leq(to))
        .select(
            coalesce(SUCCESSORS.successor.col(), POLICIES.trust.col()).as("adopter"),
            POLICIES.policy.col(),
            explode(sequence(from, least(to, lit(FAR)))).as("in_force"));
  }
}
