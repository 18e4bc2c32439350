package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The NHS occupation code manual (v22.1, NHS England) with our grouping at three levels, and a
 * crosswalk of retired codes. A code re-issued under another name inside the window is the same
 * occupation: without the crosswalk a panel shows moves that nobody made.
 */
public final class OccupationGroups extends Table {
  private static final String MANUAL = "NHS occupation code manual v22.1";

  /** The level 1 of support staff. */
  public static final String SUPPORT_TO_CLINICAL = "SUPPORT_TO_CLINICAL";

  public static final String DOCTORS = "DOCTORS";
  public static final String NURSES = "NURSES";
  public static final String MIDWIVES = "MIDWIVES";
  public static final String NURSING_SUPPORT = "NURSING_SUPPORT";
  public static final String NURSING_LEARNERS = "NURSING_LEARNERS";

  /** Level 1, clinical to infrastructure, as in the manual's main staff groups. */
  public static final CodeList LEVEL1 =
      CodeList.of(
          "occupation level 1",
          MANUAL,
          "CLINICAL",
          "Professionally qualified clinical staff",
          OccupationGroups.SUPPORT_TO_CLINICAL,
          "Support to clinical staff",
          "INFRASTRUCTURE",
          "NHS infrastructure support",
          "UNKNOWN",
          "Unknown classification");

  /** Level 2, the groups between which moves are counted. */
  public static final CodeList LEVEL2 =
      CodeList.of(
          "occupation level 2",
          "folded from the detailed staff groups of the " + MANUAL,
          OccupationGroups.DOCTORS,
          "Doctors and dentists",
          OccupationGroups.NURSES,
          "Nurses and health visitors",
          OccupationGroups.MIDWIVES,
          "Midwives",
          "AHPS",
          "Allied health professionals",
          "SCIENTISTS",
          "Healthcare scientists",
          "OTHER_STT",
          "Other scientific, therapeutic and technical staff",
          "AMBULANCE",
          "Ambulance staff",
          OccupationGroups.NURSING_SUPPORT,
          "Nursing support, healthcare assistants and support workers",
          "STT_SUPPORT",
          "Support to scientific, therapeutic and technical staff",
          "AMBULANCE_SUPPORT",
          "Ambulance personnel and trainees",
          OccupationGroups.NURSING_LEARNERS,
          "Nursing and midwifery learners",
          "CLERICAL",
          "Clerical and administrative",
          "ESTATES",
          "Estates",
          "MANAGERS",
          "Managers and senior managers",
          "UNCLASSIFIED",
          "Non-funded staff and general payments");

  public static final OccupationGroups TABLE = new OccupationGroups();

  public final Field code = key("code", DataTypes.StringType, "occupation code, three characters");
  public final Field occupation =
      field("name", DataTypes.StringType, "the code's name in the manual").required();
  public final Field level1 =
      field("level1", DataTypes.StringType, "clinical, support to clinical, infrastructure")
          .required()
          .codes(LEVEL1);
  public final Field level2 =
      field("level2", DataTypes.StringType, "group between which moves are counted")
          .required()
          .codes(LEVEL2);
  public final Field level3 =
      field("level3", DataTypes.StringType, "occupation area within level 2").required();
  public final Field training =
      field("training", DataTypes.BooleanType, "true for a student, trainee or learner code")
          .required();
  public final Field valid =
      field("valid", DataTypes.BooleanType, "in force in the manual").required();
  public final Field currentCode =
      field("current_code", DataTypes.StringType, "the code in force that stands for it")
          .required();
  public final Field basis =
      field("crosswalk_basis", DataTypes.StringType, "how the current code was found").required();
  public final Field manualVersion =
      field(
              "manual_version",
              DataTypes.StringType,
              "version of the manual that the row is of; the grouping beside it is this project's")
          .required();

  /**
   * The bit of a level 2 group, the i-th of the list having bit i; null for none. Sets of groups
   * are held as whole numbers, so that they gather by a hash aggregate.
   */
  public static Column bit(Column level2) {
    List<Column> bits = new ArrayList<>();
    for (String group : LEVEL2.codes()) {
      bits.add(functions.lit(group));
      bits.add(functions.lit(1 << (bits.size() / 2)));
    }
    return functions.map(bits.toArray(new Column[0])).getItem(level2);
  }

  private OccupationGroups() {
    super(
        Layer.SILVER,
        "occupation_groups",
        "one row an occupation code of the manual, in force or retired",
        Sensitivity.PUBLIC);
    serves("03.4", "three nested levels, clinical and non-clinical, over all 945 codes");
  }
}
