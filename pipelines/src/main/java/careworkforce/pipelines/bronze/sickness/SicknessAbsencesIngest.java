package careworkforce.pipelines.bronze.sickness;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Takes {@code sickness_absence/nhs_sickness_absence_YYYY-MM.csv} or {@code .xlsx}, the published
 * monthly file.
 */
@AutoService(Job.class)
public final class SicknessAbsencesIngest implements Ingest {
  private static final SicknessAbsences TABLE = SicknessAbsences.TABLE;

  /**
   * Editions of 2024 and 2025, and those before 2022, which say {@code FTE Days Sick} and {@code SA
   * Rate (%)}, write a month as {@code 2019-APR}, have regions of Health Education England and no
   * integrated care systems. Day counts carry the noise of binary fractions, and are rounded, or
   * commas between thousands.
   */
  static final Layout MONTHLY =
      Layout.named("sickness-absence-monthly")
          .files("nhs_sickness_absence_(?<year>\\d{4})-(?<month>\\d{2})\\.(csv|xlsx)")
          .foldHeaders()
          .alsoNamed("FTE Days Sick", "FTE_DAYS_LOST")
          .alsoNamed("SA Rate (%)", "SICKNESS_ABSENCE_RATE_PERCENT")
          .leave("HEE_region_code", "HEE_region_name", "Sort_Date")
          .take(
              "DATE",
              TABLE.date,
              Parse.lastDayOfMonth("dd/MM/yyyy", "yyyy-MM-dd", "yyyy-MMM").ofPeriod())
          .takeIfThere("NHSE_REGION_CODE", TABLE.nhseRegionCode, Parse.text())
          .takeIfThere("NHSE_REGION_NAME", TABLE.nhseRegionName, Parse.text())
          .takeIfThere("ICS_CODE", TABLE.icsCode, Parse.text())
          .takeIfThere("ICS_NAME", TABLE.icsName, Parse.text())
          .take("ORG_CODE", TABLE.orgCode, Parse.text())
          .take("ORG_NAME", TABLE.orgName, Parse.text())
          .take("ORG_TYPE", TABLE.orgType, Parse.text())
          .take("FTE_DAYS_LOST", TABLE.fteDaysLost, Parse.roundedDecimal().thousands())
          .take("FTE_DAYS_AVAILABLE", TABLE.fteDaysAvailable, Parse.roundedDecimal().thousands())
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
