package careworkforce.pipelines.bronze.esr;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.Parse;
import careworkforce.common.job.Job;
import com.google.auto.service.AutoService;
import java.util.List;

/** Takes {@code esr_absence/ESR_ABSENCE_YYYYMM.csv}, one file a month. */
@AutoService(Job.class)
public final class EsrAbsencesIngest implements Ingest {
  private static final EsrAbsences TABLE = EsrAbsences.TABLE;

  /** Headers of the NHS England absence extract; start and end of the episode are ours. */
  static final Layout MONTHLY =
      Layout.named("esr-absence-monthly")
          .files("ESR_ABSENCE_(?<year>\\d{4})(?<month>\\d{2})\\.csv")
          .foldHeaders()
          .nulls("NULL", "NA")
          .take("Unique_Nhs_Identifier", TABLE.personId, Parse.identifier())
          .take("Asg_Number", TABLE.asgNumber, Parse.text())
          .take("Absence_Category", TABLE.absenceCategory, Parse.text())
          .take(
              "Attendance_Reason",
              TABLE.attendanceReason,
              Parse.leadingCode(EsrCodes.SICKNESS_REASONS))
          .take("Absence_Start_Date", TABLE.absenceStartDate, EsrCodes.date())
          .take("Absence_End_Date", TABLE.absenceEndDate, EsrCodes.date())
          .take("Wte_Days_Lost_This_Month", TABLE.wteDaysLostThisMonth, Parse.roundedDecimal())
          .take("Tm_Year_Month", TABLE.tmYearMonth, Parse.month("yyyy-MMMM").ofPeriod())
          .layout();

  @Override
  public DeliveredTable writes() {
    return TABLE;
  }

  @Override
  public String folder() {
    return "esr_absence";
  }

  @Override
  public List<Layout> layouts() {
    return List.of(MONTHLY);
  }
}
