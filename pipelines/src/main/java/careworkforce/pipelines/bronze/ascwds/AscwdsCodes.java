package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.table.Check;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import java.util.List;

/**
 * Code lists of ASC-WDS. New roles and services are added to them in most years, so that a code not
 * listed is reported and its row stands.
 */
public final class AscwdsCodes {
  private static final String SOURCE =
      "Skills for Care, SFC-AnalysisFiles, with codes of older files";

  /** Kinds of contract. */
  public static final CodeList EMPLOYMENT_STATUS =
      CodeList.of(
          "ASC-WDS employment status",
          SOURCE,
          "190",
          "Permanent",
          "191",
          "Temporary",
          "192",
          "Pool/Bank",
          "193",
          "Agency",
          "194",
          "Of older files, meaning not published",
          "196",
          "Other",
          "-1",
          "Not recorded");

  /** Contracts of the directly employed; bank, agency and other staff are not. */
  public static final List<String> DIRECTLY_EMPLOYED = List.of("190", "191");

  /** Main job roles, retired ones among them. */
  public static final CodeList JOB_ROLE =
      CodeList.resource(AscwdsCodes.class, "job_roles.csv", "ASC-WDS main job role", SOURCE);

  /** Main services. */
  public static final CodeList MAIN_SERVICE =
      CodeList.resource(AscwdsCodes.class, "main_services.csv", "ASC-WDS main service", SOURCE);

  /** Main services that are home care by their names: 8, 10 and 12. */
  public static final List<String> HOME_CARE = List.of("8", "10", "12");

  /** Local authority districts, those of before 2009 among them. */
  public static final CodeList LOCAL_AUTHORITY =
      CodeList.resource(
          AscwdsCodes.class, "local_authorities.csv", "ASC-WDS local authority", SOURCE);

  /** Who runs an establishment. */
  public static final CodeList ESTABLISHMENT_TYPE =
      CodeList.of(
          "ASC-WDS establishment type",
          SOURCE,
          "1",
          "Local Authority (adult services)",
          "3",
          "Local Authority (generic/other)",
          "6",
          "Private Sector",
          "7",
          "Voluntary / Charity",
          "8",
          "Other");

  /** Recruited from the health sector. */
  public static final String HEALTH = "214";

  /** Promoted or transferred within the organisation, and so not recruited. */
  public static final String PROMOTED = "217";

  /** Recruited from a source that is not known. */
  public static final String SOURCE_NOT_KNOWN = "225";

  /** Where a worker was recruited from. */
  public static final CodeList RECRUITED_FROM =
      CodeList.of(
          "ASC-WDS source of recruitment",
          SOURCE,
          "210",
          "Adult social care, local authority",
          "211",
          "Adult social care, private or voluntary sector",
          HEALTH,
          "Health sector",
          "216",
          "Another sector",
          PROMOTED,
          "Internal promotion or transfer",
          "219",
          "Not previously employed",
          "221",
          "Agency",
          "224",
          "Other",
          SOURCE_NOT_KNOWN,
          "Not known",
          "226",
          "Children's social care",
          "227",
          "First role after education",
          "-1",
          "Not recorded");

  /** How pay is told: {@code 250} fills salary only, {@code 252} the hourly rate only. */
  public static final CodeList PAY_INTERVAL =
      CodeList.of(
          "ASC-WDS pay interval",
          SOURCE,
          "250",
          "Annually",
          "252",
          "Hourly",
          "-2",
          "Not known",
          "-1",
          "Not recorded");

  private AscwdsCodes() {}

  /** A code not listed is reported. */
  static Check known(Field code, CodeList list) {
    return Check.should(
        "KNOWN_CODE " + code.name(),
        code.name() + " is listed as " + list.name(),
        code.col().isInCollection(list.codes()));
  }
}
