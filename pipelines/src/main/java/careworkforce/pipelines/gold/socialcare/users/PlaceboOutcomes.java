package careworkforce.pipelines.gold.socialcare.users;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careworkforce.common.time.Month;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What staff cannot change in a month: how old residents are, and how many are women. */
final class PlaceboOutcomes {
  /** Columns of the frame. */
  static final List<String> NAMES = List.of("mean_age_of_residents", "share_of_women");

  private static final ResidentMonths RESIDENTS = ResidentMonths.TABLE;
  private static final String FEMALE = "2";

  private PlaceboOutcomes() {}

  /** Adds them to home-months. */
  static Dataset<Row> with(Dataset<Row> panel, Dataset<Row> residents) {
    Column female =
        when(RESIDENTS.sex.col().equalTo(lit(FEMALE)), lit(1))
            .when(RESIDENTS.sex.col().isNotNull(), lit(0));
    return panel.join(
        residents
            .groupBy(
                RESIDENTS.homeId.col().as(CarePanel.HOME),
                Month.number(RESIDENTS.month.col()).cast("double").as(CarePanel.MONTH),
                RESIDENTS.matchTier.col().as(CarePanel.TIER))
            .agg(avg(RESIDENTS.age.col()).as(NAMES.get(0)), avg(female).as(NAMES.get(1))),
        CarePanel.KEY,
        "left_outer");
  }
}
