package careworkforce.pipelines.gold.socialcare.description;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.job.Inputs;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.socialcare.SocialcareSample;
import careworkforce.pipelines.silver.outcomes.homes.HomeOutcomeMonths;
import careworkforce.pipelines.silver.panels.CareHomes;
import careworkforce.pipelines.silver.panels.HomeMonths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Home-months in which residents, of the estimates' match tier, and staff were both seen, and of
 * which a record of arrivals tells.
 */
final class HomeMonthsSeen {
  static final HomeOutcomeMonths OUTCOMES = HomeOutcomeMonths.TABLE;
  static final HomeMonths STAFF = HomeMonths.TABLE;
  static final CareHomes HOMES = CareHomes.TABLE;

  private HomeMonthsSeen() {}

  static List<Table> tables() {
    return List.of(OUTCOMES, STAFF, HOMES);
  }

  static Dataset<Row> rows(Inputs inputs) {
    return inputs
        .table(OUTCOMES)
        .where(OUTCOMES.matchTier.col().equalTo(lit(inputs.value(SocialcareSample.MATCH_TIER))))
        .where(OUTCOMES.residentDays.col().gt(lit(0L)))
        .where(OUTCOMES.arrivals.col().isNotNull())
        .join(inputs.table(STAFF), new String[] {STAFF.homeId.name(), STAFF.month.name()}, "inner")
        .join(
            broadcast(
                inputs
                    .table(HOMES)
                    .select(
                        HOMES.homeId.col(),
                        HOMES.region.col(),
                        HOMES.ttwa.col(),
                        HOMES.nursing.col(),
                        HOMES.beds.col())),
            new String[] {HOMES.homeId.name()},
            "inner");
  }
}
