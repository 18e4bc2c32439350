package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code ods_etr/etr.csv}: 27 columns without header. */
@AutoService(Job.class)
public final class OdsTrustsIngest implements Ingest {
  private static final OdsTrusts TABLE = OdsTrusts.TABLE;

  /** By position, as the ODS file description has it. */
  static final Layout OF_2021 =
      Layout.named("ods-etr")
          .files("etr\\.csv")
          .period(Month.of(2021, 10))
          .positional(27)
          .takeAt(1, "organisation code", TABLE.organisationCode, Parse.text())
          .takeAt(2, "name", TABLE.name, Parse.text())
          .takeAt(3, "national grouping", TABLE.nationalGrouping, Parse.text())
          .takeAt(4, "high level health geography", TABLE.highLevelHealthGeography, Parse.text())
          .takeAt(5, "address line 1", TABLE.addressLine1, Parse.text())
          .takeAt(8, "address line 4", TABLE.addressLine4, Parse.text())
          .takeAt(10, "postcode", TABLE.postcode, Parse.text())
          .takeAt(11, "open date", TABLE.openDate, Parse.date("yyyyMMdd"))
          .takeAt(12, "close date", TABLE.closeDate, Parse.date("yyyyMMdd"))
          .takeAt(22, "amended record indicator", TABLE.amendedRecordIndicator, Parse.text())
          .takeAt(24, "gor code", TABLE.gorCode, Parse.text())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "ods_etr";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(OF_2021);
  }
}
