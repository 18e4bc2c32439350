package careworkforce.pipelines.bronze.ecds;

import careworkforce.common.table.CodeList;

/** SNOMED CT codes of the Emergency Care Data Set that the study reads. */
public final class EcdsCodes {
  private static final String SOURCE = "HFAnalyticsLab/DACHA, ECDS arrival modes";

  private EcdsCodes() {}

  /** Arrival by emergency ambulance. */
  public static final CodeList AMBULANCE =
      CodeList.of(
          "ARRIVAL_MODE",
          SOURCE,
          "1048031000000100",
          "Emergency road ambulance",
          "1048041000000109",
          "Emergency road ambulance with medical escort",
          "1048051000000107",
          "Helicopter or air ambulance");

  /** Falls, as finding or event. */
  public static final CodeList FALL =
      CodeList.resource(
          EcdsCodes.class,
          "falls.csv",
          "falls",
          "NLM Value Set Authority Center, OID 2.16.840.1.113762.1.4.1147.171 (falls), SNOMED CT part");

  /** Arrival by an ambulance that is no emergency one; counted or not by a setting. */
  public static final String NON_EMERGENCY_AMBULANCE = "1048021000000102";

  /** Arrival by other means, as the synthetic world writes it. */
  public static final String PRIVATE_TRANSPORT = "1048071000000103";

  /** Categories of attendance: 1 unplanned first, 2 unplanned follow-up, 3 and 4 planned. */
  public static final CodeList ATTENDANCE_CATEGORY =
      CodeList.of(
          "ATTENDANCE_CATEGORY",
          "NHS Data Dictionary, emergency care attendance category",
          "1",
          "Unplanned first emergency care attendance",
          "2",
          "Unplanned follow-up attendance, this department",
          "3",
          "Unplanned follow-up attendance, another department",
          "4",
          "Planned follow-up attendance");

  /** The follow-up that was planned, which is no arrival of the study. */
  public static final String PLANNED_FOLLOW_UP = "4";

  /** Discharge status of persons who left before they were seen. */
  public static final java.util.Set<String> NOT_SEEN =
      java.util.Set.of("1066301000000103", "1066311000000101");
}
