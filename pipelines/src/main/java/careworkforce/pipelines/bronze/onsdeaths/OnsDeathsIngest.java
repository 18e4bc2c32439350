package careworkforce.pipelines.bronze.onsdeaths;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code ons_deaths/ONS_DEATHS_YYYY.csv}, a file a year of registration; [M] the name. What
 * identifies the dead, as the HES data dictionary lists it for linked mortality, is never taken.
 */
@AutoService(Job.class)
public final class OnsDeathsIngest implements Ingest {
  private static final Set<String> NEEDED = Set.of("RECORD_ID", "DOD", "DOR");

  static final Layout YEARLY =
      OnsDeaths.TABLE
          .takeAll(
              Layout.named("ons-deaths-yearly")
                  .files("ONS_DEATHS_(?<year>\\d{4})\\.csv")
                  .delimiter(',', '|')
                  .foldHeaders()
                  .leaveIdentifiers("DOB", "HOMEADD", "NEWNHSNO", "PERSON_ID", "PLACE_OF_DEATH")
                  .leaveIdentifiers("CERTIFYING_GP_1", "CERTIFYING_GP_2")
                  .leaveIdentifiers("CERTIFYING_GP_3", "CERTIFYING_GP_4"),
              OnsDeaths.TABLE.headersBut(NEEDED))
          .takeIfThere("TOKEN_PERSON_ID", OnsDeaths.TABLE.personId, Parse.identifier())
          .layout();

  @Override
  public DeliveredTable writes() {
    return OnsDeaths.TABLE;
  }

  @Override
  public String folder() {
    return "ons_deaths";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(YEARLY);
  }
}
