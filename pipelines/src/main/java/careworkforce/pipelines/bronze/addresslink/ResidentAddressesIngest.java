package careworkforce.pipelines.bronze.addresslink;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code resident_address/RESIDENT_ADDRESS_YYYYMM.csv}. */
@AutoService(Job.class)
public final class ResidentAddressesIngest implements Ingest {
  private static final ResidentAddresses TABLE = ResidentAddresses.TABLE;

  /** A number of an address with noughts before it looks like a telephone's and is none. */
  static final Layout MONTHLY =
      Layout.named("resident-address-monthly")
          .files("RESIDENT_ADDRESS_(?<year>\\d{4})(?<month>\\d{2})\\.csv")
          .take("TOKEN_PERSON_ID", TABLE.personId, Parse.identifier())
          .take("EXTRACT_MONTH", TABLE.extractMonth, Parse.month("yyyy-MM").ofPeriod())
          .take("UPRN", TABLE.uprn, Parse.integer())
          .take("MATCH_TIER", TABLE.matchTier, Parse.code())
          .take("BIRTH_MONTH", TABLE.birthMonth, Parse.month("yyyy-MM"))
          .take("SEX", TABLE.sex, Parse.text())
          .take("DEATH_MONTH", TABLE.deathMonth, Parse.month("yyyy-MM"))
          .notPersonal("UPRN")
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "resident_address";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY);
  }
}
