package careworkforce.pipelines.bronze.sickness;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code sickness_absence/nhs_sickness_absence_YYYY-MM.csv} or {@code .xlsx}, the published monthly file. */
@AutoService(Job.class)
public final class SicknessAbsencesIngest implements Ingest {
  private static final SicknessAbsences TABLE = SicknessAbsences.TABLE;

  /**
   * The layout of 2024 and 2025. Day counts carry the noise of binary fractions and are rounded.
   */
  static final Layout MONTHLY =
      Layout.named("sickness-absence-monthly")
          .files("nhs_sickness_absence_(?<year>\\d{4})-(?<month>\\d{2})\\.(csv|xlsx)")
          .take("DATE", TABLE.date, Parse.date("dd/MM/yyyy", "yyyy-MM-dd").ofPeriod())
          .take("NHSE_REGION_CODE", TABLE.nhseRegionCode, Parse.text())
          .take("NHSE_REGION_NAME", TABLE.nhseRegionName, Parse.text())
          .take("ICS_CODE", TABLE.icsCode, Parse.text())
          .take("ICS_NAME", TABLE.icsName, Parse.text())
          .take("ORG_CODE", TABLE.orgCode, Parse.text())
          .take("ORG_NAME", TABLE.orgName, Parse.text())
          .take("ORG_TYPE", TABLE.orgType, Parse.text())
          .take("FTE_DAYS_LOST", TABLE.fteDaysLost, Parse.roundedDecimal())
          .take("FTE_DAYS_AVAILABLE", TABLE.fteDaysAvailable, Parse.roundedDecimal())
          .take(
              "SICKNESS_ABSENCE_RATE_PERCENT",
              TABLE.sicknessAbsenceRatePercent,
              Parse.roundedDecimal())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "sickness_absence";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY);
  }
}
