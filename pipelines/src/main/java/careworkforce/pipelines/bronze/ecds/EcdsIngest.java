package careworkforce.pipelines.bronze.ecds;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/**
 * Takes {@code ecds/ECDS_YYYYMM.csv}, cut by pipes. Postcode districts and the status of an NHS
 * number tell nobody's address or number.
 */
@AutoService(Job.class)
public final class EcdsIngest implements Ingest {
  /** Columns without which an attendance cannot be counted. */
  private static final Set<String> NEEDED =
      Set.of(
          "TOKEN_PERSON_ID",
          "EPIKEY",
          "ARRIVAL_DATE",
          "ARRIVAL_TIME",
          "ARRIVAL_MODE",
          "ATTENDANCE_CATEGORY",
          "PROVIDER_CODE");

  static final Layout MONTHLY =
      Ecds.TABLE
          .takeAll(
              Layout.named("ecds-monthly")
                  .files("ECDS_(?<year>\\d{4})(?<month>\\d{2})\\.csv")
                  .delimiter('|')
                  .notPersonal(
                      "NHS_NUMBER_STATUS_INDICATOR_CODE",
                      "PATIENT_POSTCODE_DISTRICT",
                      "PROVIDER_POSTCODE_DISTRICT",
                      "RESIDENCE_CCG_FROM_PATIENT_POSTCODE"),
              Ecds.TABLE.headersBut(NEEDED))
          .layout();

  @Override
  public DeliveredTable writes() {
    return Ecds.TABLE;
  }

  @Override
  public String folder() {
    return "ecds";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY);
  }
}
