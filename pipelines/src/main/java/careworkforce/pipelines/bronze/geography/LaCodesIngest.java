package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import careworkforce.common.time.Month;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code la_codes/la_all_codes.csv}. */
@AutoService(Job.class)
public final class LaCodesIngest implements Ingest {
  private static final LaCodes TABLE = LaCodes.TABLE;

  /**
   * The edition that follows mergers of districts to 2023, whatever its LAD20 columns are called.
   */
  static final Layout OF_2020 =
      Layout.named("la-codes-2020")
          .files("la_all_codes\\.csv")
          .period(Month.of(2020, 1))
          .leave("EWCD", "EWNM", "GBCD", "GBNM", "UKCD", "UKNM")
          .take("LADCD", TABLE.ladcd, Parse.text())
          .take("LADNM", TABLE.ladnm, Parse.text())
          .take("LADCD_ACTIVE", TABLE.ladcdActive, Parse.text())
          .take("LADNM_ACTIVE", TABLE.ladnmActive, Parse.text())
          .take("UTLACD", TABLE.utlacd, Parse.text())
          .take("UTLANM", TABLE.utlanm, Parse.text())
          .take("CAUTHCD", TABLE.cauthcd, Parse.text())
          .take("CAUTHNM", TABLE.cauthnm, Parse.text())
          .take("RGNCD", TABLE.rgncd, Parse.text())
          .take("RGNNM", TABLE.rgnnm, Parse.text())
          .take("CTRYCD", TABLE.ctrycd, Parse.text())
          .take("CTRYNM", TABLE.ctrynm, Parse.text())
          .take("LAD20CD", TABLE.lad20cd, Parse.text())
          .take("LAD20NM", TABLE.lad20nm, Parse.text())
          .take("Current", TABLE.current, Parse.flag("TRUE", "FALSE"))
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "la_codes";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(OF_2020);
  }
}
