package careworkforce.pipelines.bronze.sickness;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/** NHS Sickness Absence Rates, monthly by organisation (NHS England, Open Government Licence). */
public final class SicknessAbsences extends DeliveredTable {
  public static final SicknessAbsences TABLE = new SicknessAbsences();

  public final Field date = field("date", DataTypes.DateType, "last day of the month").required();
  public final Field nhseRegionCode =
      field(
          "nhse_region_code",
          DataTypes.StringType,
          "NHS England region; QZZ stands for special health authorities");
  public final Field nhseRegionName =
      field("nhse_region_name", DataTypes.StringType, "name of the region");
  public final Field icsCode = field("ics_code", DataTypes.StringType, "integrated care system");
  public final Field icsName =
      field("ics_name", DataTypes.StringType, "name of the integrated care system");
  public final Field orgCode =
      field("org_code", DataTypes.StringType, "ODS code of the organisation").required();
  public final Field orgName = field("org_name", DataTypes.StringType, "name of the organisation");
  public final Field orgType =
      field("org_type", DataTypes.StringType, "kind of organisation, such as Acute or Ambulance");
  public final Field fteDaysLost =
      field(
              "fte_days_lost",
              DataTypes.createDecimalType(15, 5),
              "days lost to sickness, weighted by full-time equivalent")
          .unit("FTE days");
  public final Field fteDaysAvailable =
      field(
              "fte_days_available",
              DataTypes.createDecimalType(15, 5),
              "days available, weighted by full-time equivalent")
          .unit("FTE days");
  public final Field sicknessAbsenceRatePercent =
      field(
              "sickness_absence_rate_percent",
              DataTypes.createDecimalType(7, 2),
              "days lost over days available, as published")
          .unit("%");

  private SicknessAbsences() {
    super("sickness_absence", "one row an organisation and month", Sensitivity.PUBLIC);
    serves("07.1", "every organisation and month as published");
    limits(
        "07.1",
        "editions before August 2022 have regions of Health Education England, which are not kept, and"
            + " no integrated care systems; a file of several months is to be cut"
            + " by month; those by staff group and by reason are not read");
  }
}
