package careworkforce.pipelines.bronze.esr;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/** Absence episodes of ESR, by the NHS England absence extract's column names. */
public final class EsrAbsences extends DeliveredTable {
  public static final EsrAbsences TABLE = new EsrAbsences();

  public final Field personId =
      field(
              "person_id",
              DataTypes.StringType,
              "pseudonym of Unique_Nhs_Identifier, the person across NHS organisations")
          .required()
          .pseudonymOf("staff");
  public final Field asgNumber =
      field(
              "asg_number",
              DataTypes.StringType,
              "assignment number within the employing organisation")
          .required();
  public final Field absenceCategory =
      field("absence_category", DataTypes.StringType, "Sickness, Maternity and others");
  public final Field attendanceReason =
      field(
          "attendance_reason",
          DataTypes.StringType,
          "reason as delivered; of a sickness reason its code alone, S10 to S99");
  public final Field absenceStartDate =
      field("absence_start_date", DataTypes.DateType, "first day of the episode").required();
  public final Field absenceEndDate =
      field("absence_end_date", DataTypes.DateType, "last day of the episode; null while it lasts");
  public final Field wteDaysLostThisMonth =
      field(
              "wte_days_lost_this_month",
              DataTypes.createDecimalType(9, 5),
              "whole-time equivalent days lost in the month")
          .unit("WTE days");
  public final Field tmYearMonth =
      field("tm_year_month", DataTypes.DateType, "first day of the payroll month").required();

  private EsrAbsences() {
    super(
        "esr_absence",
        "one row a person, assignment, absence episode and month",
        Sensitivity.PERSONAL);
    check(
        Check.should(
            "KNOWN_CODE " + attendanceReason.name(),
            attendanceReason.name()
                + " of sickness is listed as "
                + EsrCodes.SICKNESS_REASONS.name(),
            absenceCategory
                .col()
                .notEqual(lit("Sickness"))
                .or(attendanceReason.col().isInCollection(EsrCodes.SICKNESS_REASONS.codes()))));
    serves("03.16", "sickness episodes of persons, to set beside their moves and leaving");
  }
}
