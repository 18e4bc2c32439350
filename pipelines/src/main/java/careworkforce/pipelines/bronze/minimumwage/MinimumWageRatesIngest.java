package careworkforce.pipelines.bronze.minimumwage;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code minimum_wage/MINIMUM_WAGE_YYYY.csv}, the rates that came into force in a year. */
@AutoService(Job.class)
public final class MinimumWageRatesIngest implements Ingest {
  private static final MinimumWageRates TABLE = MinimumWageRates.TABLE;

  /** Ours. */
  static final Layout RATES =
      Layout.named("minimum-wage-rates")
          .files("MINIMUM_WAGE_(?<year>\\d{4})\\.csv")
          .take("from", TABLE.from, Parse.date("yyyy-MM-dd"))
          .take("age_from", TABLE.ageFrom, Parse.integer())
          .take("age_to", TABLE.ageTo, Parse.integer())
          .take("apprentice", TABLE.apprentice, Parse.flag("Y", "N"))
          .take("rate", TABLE.rate, Parse.decimal())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "minimum_wage";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(RATES);
  }
}
