package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.exposures.ExactTerms;
import careworkforce.pipelines.silver.exposures.minimumwage.HomeBites;
import careworkforce.pipelines.silver.exposures.minimumwage.MinimumWageBite;
import careworkforce.pipelines.silver.exposures.outsidewage.OutsideWageMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningMonths;
import careworkforce.pipelines.silver.exposures.retail.RetailOpeningsJob;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.reference.AreaLinks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Exposures of homes that the headline does not use: stores that opened near, the bite of the
 * minimum wage, and outside wages of the areas that residents commute to and of those within 15 km,
 * each weighted as the link has it.
 */
final class OtherExposures {
  /** Stores opened within the main radius so far. */
  static final String STORES = "retail_openings";

  /** Bite of the minimum wage in force. */
  static final String BITE = "minimum_wage_bite";

  /** Link of areas to the column of its wages. */
  static final Map<String, String> WAGES =
      new TreeMap<>(
          Map.of(
              AreaLinks.COMMUTING, "log_outside_wage_commuting",
              AreaLinks.DISTANCE, "log_outside_wage_15km"));

  private static final String NO_STORE = "openings_near_none";
  private static final RetailOpeningMonths R = RetailOpeningMonths.TABLE;
  private static final OutsideWageMonths W = OutsideWageMonths.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;
  private static final MinimumWageBite B = MinimumWageBite.TABLE;
  private static final CareHomes H = CareHomes.TABLE;

  private OtherExposures() {}

  static List<Table> tables() {
    return Stream.concat(Stream.of(R, L), HomeBites.tables().stream()).toList();
  }

  static List<Setting<?>> settings() {
    return RetailOpeningsJob.radii();
  }

  /**
   * Adds them to home-months; a home that no store is near has none, and of one whose place is not
   * known it is not known.
   */
  static Dataset<Row> with(Dataset<Row> panel, Inputs inputs) {
    Dataset<Row> all =
        panel
            .join(
                inputs
                    .table(R)
                    .where(R.radius.col().equalTo(lit(inputs.value(RetailOpeningsJob.NEAR))))
                    .select(
                        R.homeId.col().as(CarePanel.HOME),
                        number(R.month.col()),
                        R.openings.col().cast("double").as(STORES)),
                new String[] {CarePanel.HOME, CarePanel.MONTH},
                "left_outer")
            .join(
                broadcast(
                    inputs
                        .table(H)
                        .select(
                            H.homeId.col().as(CarePanel.HOME),
                            RetailOpeningMonths.withoutRow().as(NO_STORE))),
                new String[] {CarePanel.HOME},
                "left_outer")
            .withColumn(STORES, coalesce(col(STORES), col(NO_STORE)))
            .drop(NO_STORE)
            .join(bites(inputs), new String[] {CarePanel.HOME, CarePanel.MONTH}, "left_outer");
    for (Map.Entry<String, String> link : WAGES.entrySet()) {
      all =
          all.join(
              broadcast(linked(inputs, link.getKey(), link.getValue())),
              new String[] {CarePanel.TTWA, CarePanel.MONTH},
              "left_outer");
    }
    return all;
  }

  /** Of homes whose establishments told their pay before the rise in force. */
  private static Dataset<Row> bites(Inputs inputs) {
    return HomeBites.of(inputs)
        .select(H.homeId.col().as(CarePanel.HOME), number(B.month.col()), B.bite.col().as(BITE));
  }

  /** Areas whose wage is not known leave the weights of the others to sum to one. */
  private static Dataset<Row> linked(Inputs inputs, String link, String name) {
    Column weight = L.weight.col();
    return inputs
        .table(L)
        .where(L.link.col().equalTo(lit(link)))
        .select(L.area.col().as(CarePanel.TTWA), L.linked.col(), weight)
        .join(
            broadcast(
                inputs
                    .table(W)
                    .select(
                        W.ttwa.col().as("linked_area"),
                        number(W.month.col()),
                        W.logOutsideWage.col())),
            L.linked.col().equalTo(col("linked_area")),
            "inner")
        .groupBy(CarePanel.TTWA, CarePanel.MONTH)
        .agg(
            ExactTerms.sum(weight.multiply(W.logOutsideWage.col().cast("double")))
                .divide(ExactTerms.sum(weight))
                .as(name));
  }

  private static Column number(Column month) {
    return Month.number(month).cast("double").as(CarePanel.MONTH);
  }
}
