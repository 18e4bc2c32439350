package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ons_weekly_deaths/ons_weekly_mortality_YYYY_YYYY.csv}, first and last year. */
@AutoService(Job.class)
public final class OnsWeeklyDeathsIngest implements Ingest {
  private static final OnsWeeklyDeaths TABLE = OnsWeeklyDeaths.TABLE;

  static final Layout YEARS =
      Layout.named("ons-weekly-mortality")
          .files("ons_weekly_mortality_(?<year>\\d{4})_\\d{4}\\.csv")
          .nulls("NA")
          .take("category_1", TABLE.breakdown, Parse.text())
          .take("category_2", TABLE.group, Parse.text())
          .take("counts", TABLE.deaths, Parse.real())
          .take("date", TABLE.weekEnds, Parse.date("yyyy-MM-dd"))
          .take("week_no", TABLE.week, Parse.integer())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "ons_weekly_deaths";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARS);
  }
}
