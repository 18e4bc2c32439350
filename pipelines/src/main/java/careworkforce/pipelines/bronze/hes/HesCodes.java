package careworkforce.pipelines.bronze.hes;

import careworkforce.common.ingest.Parse;
import careworkforce.common.table.CodeList;

/** Codes and null markers of Hospital Episode Statistics. */
public final class HesCodes {
  private static final String SOURCE = "HES data dictionary, Accident and Emergency";

  private HesCodes() {}

  /**
   * The number of a person that an extract has, by the name of its column: each is a number of its
   * own, and one is never another's. Only the newest is that of the residents' addresses, of ECDS
   * and of the deaths.
   */
  public static final CodeList PERSON_KEYS =
      CodeList.of(
          "person key",
          "HES data dictionary: HES_field_metadata",
          "EXTRACT_HESID",
          "Number within one extract",
          "ENCRYPTED_HESID",
          "Number within one extract, encrypted",
          "PSEUDO_HESID",
          "HES ID of its own matching, no longer given",
          "TOKEN_PERSON_ID",
          "Token of the Master Person Service, which replaces PSEUDO_HESID from 2021-22");

  /** The key that other sources about persons have too. */
  public static final String TOKEN = "TOKEN_PERSON_ID";

  /** How a person arrived at A&amp;E. */
  public static final CodeList ARRIVAL_MODE =
      CodeList.of(
          "AEARRIVALMODE", SOURCE, "1", "Brought by ambulance", "2", "Other", "9", "Not known");

  /** Whether an attendance was planned. */
  public static final CodeList ATTENDANCE_CATEGORY =
      CodeList.of(
          "AEATTENDCAT",
          SOURCE,
          "1",
          "First attendance",
          "2",
          "Planned follow-up attendance",
          "3",
          "Unplanned follow-up attendance",
          "9",
          "Not known");

  /** The follow-up that was planned, which is no arrival of the study. */
  public static final String PLANNED_FOLLOW_UP = "2";

  /** Brought by ambulance. */
  public static final String AMBULANCE = "1";

  /** How an attendance ended. */
  public static final CodeList DISPOSAL =
      CodeList.of(
          "AEATTENDDISP",
          SOURCE,
          "01",
          "Admitted",
          "02",
          "Discharged, follow-up by GP",
          "03",
          "Discharged, no follow-up",
          "04",
          "Referred to A&E clinic",
          "05",
          "Referred to fracture clinic",
          "06",
          "Referred to other outpatient clinic",
          "07",
          "Transferred",
          "10",
          "Died in department",
          "11",
          "Referred to other professional",
          "12",
          "Left before treatment",
          "13",
          "Left having refused treatment",
          "14",
          "Other",
          "99",
          "Not known");

  /** Disposals of persons who were not seen. */
  public static final java.util.Set<String> NOT_SEEN = java.util.Set.of("12", "13");

  /** Emergency admission. */
  public static final CodeList EMERGENCY_ADMISSION =
      CodeList.of(
          "ADMIMETH",
          "HES data dictionary, Admitted Patient Care",
          "21",
          "Accident and emergency of the provider",
          "22",
          "General practitioner",
          "23",
          "Bed bureau",
          "24",
          "Consultant clinic",
          "25",
          "Mental health crisis resolution team",
          "28",
          "Other means",
          "2A",
          "Accident and emergency of another provider",
          "2B",
          "Transfer of an admitted patient from another provider in an emergency",
          "2C",
          "Baby born at home as intended",
          "2D",
          "Other emergency admission");

  /** Methods of admission that tell a transfer. */
  public static final java.util.Set<String> TRANSFER_METHOD = java.util.Set.of("2B", "81");

  /** Sources of admission and destinations on discharge that are another hospital. */
  public static final java.util.Set<String> OTHER_HOSPITAL = java.util.Set.of("51", "52", "53");

  /** Dates that mean null (layouts of the A&amp;E file), in both forms of a date. */
  static final String[] NULL_DATES = {
    "1800-01-01",
    "1801-01-01",
    "1600-01-01",
    "1582-10-15",
    "1899-12-30",
    "1800-01-01 00:00:00",
    "1801-01-01 00:00:00",
    "1600-01-01 00:00:00",
    "1582-10-15 00:00:00",
    "1899-12-30 00:00:00"
  };

  /** A date in ISO form; the null dates are null. */
  static Parse date() {
    return Parse.date("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss").absent(NULL_DATES);
  }

  /**
   * A time of day as the data dictionary's values have it, {@code HHmm}, or as its format has it,
   * {@code HH:mm:ss}; 3000 is invalid, 4000 is null, both become null.
   */
  static Parse time() {
    return Parse.time("HHmm", "HH:mm:ss", "HH:mm")
        .absent("3000", "4000", "30:00:00", "40:00:00", "30:00", "40:00");
  }
}
