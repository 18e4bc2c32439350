package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ons_deaths_bridge/ONS_DEATHS_BRIDGE_YYYY.csv}; [M] the name. */
@AutoService(Job.class)
public final class OnsDeathPersonsIngest implements Ingest {
  private static final OnsDeathPersons TABLE = OnsDeathPersons.TABLE;

  static final Layout YEARLY =
      Layout.named("ons-deaths-bridge-yearly")
          .files("ONS_DEATHS_BRIDGE_(?<year>\\d{4})\\.csv")
          .take("RECORD_ID", TABLE.recordId, Parse.text())
          .take("TOKEN_PERSON_ID", TABLE.personId, Parse.identifier())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "ons_deaths_bridge";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
