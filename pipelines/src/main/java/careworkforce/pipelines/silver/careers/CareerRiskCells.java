package careworkforce.pipelines.silver.careers;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import org.apache.spark.sql.types.DataTypes;

/**
 * Staff in active service and what happens to them next, counted by what may drive it: the risk set
 * of discrete-time hazards of a month (methods 2.5). A person-month at work or in long sickness is
 * at risk; its event is what the next month brings. A person who is not at work in both months and
 * does not leave for good is away: such a month is at risk of leaving, and not of a move between
 * groups or trusts, as whatever is found when the person is back came about over the whole absence.
 * A person who leaves out of long sickness so leaves from its last month, after sickness. Months
 * too near the window's ends to know the event, and the window's first three, are left out; leaving
 * in a mass exit is no leaving.
 */
public final class CareerRiskCells extends Table {
  /** What the month after a month in active service brings. */
  public static final CodeList EVENT =
      CodeList.of(
          "career event",
          "methods 2.5",
          CareerRiskCells.NONE,
          "is at work in the same trust and occupation group",
          CareerRiskCells.UP,
          "moves to another occupation group and a higher band",
          CareerRiskCells.LEVEL,
          "moves to another occupation group in the same band",
          CareerRiskCells.DOWN,
          "moves to another occupation group and a lower band",
          CareerRiskCells.UNBANDED,
          "moves to another occupation group, a band is missing",
          CareerRiskCells.TRUST,
          "goes on in another trust, and no lasting move between groups comes with it",
          CareerRiskCells.LEFT,
          "the last month at work or in long sickness of a person who leaves the record for good,"
              + " on leave or not in between",
          CareerRiskCells.AWAY,
          "not at work in this month or the next and no leaver, as in long sickness and before it,"
              + " leave, a gap or a mass exit: not at risk of a move between groups or trusts");

  public static final String NONE = "none";
  public static final String UP = "move_up";
  public static final String LEVEL = "move_level";
  public static final String DOWN = "move_down";
  public static final String UNBANDED = "move_unknown";
  public static final String TRUST = "trust";
  public static final String LEFT = "left";
  public static final String AWAY = "away";

  public static final CareerRiskCells TABLE = new CareerRiskCells();

  public final Field organisation =
      key("organisation", DataTypes.StringType, "trust, as its successor");
  public final Field month = key("month", DataTypes.DateType, "month at risk");
  public final Field level2 =
      key("level2", DataTypes.StringType, "occupation group").codes(OccupationGroups.LEVEL2);
  public final Field ageBand =
      key("age_band", DataTypes.StringType, "under 30, 30-44, 45-54, 55 and over, unknown");
  public final Field sex = key("sex", DataTypes.StringType, "as recorded; unknown if not");
  public final Field ethnicity =
      key("ethnicity", DataTypes.StringType, "white, minority or unknown");
  public final Field nationality =
      key("nationality", DataTypes.StringType, "british, eu, other or unknown");
  public final Field tenure =
      key("tenure", DataTypes.StringType, "years in the assignment: under 1, 1-4, 5 and over");
  public final Field parenthood =
      key(
          "parenthood",
          DataTypes.StringType,
          "returned: parental leave ended in the 12 months before the event; none: otherwise, or it"
              + " began before the record, which its first year cannot tell");
  public final Field sickness =
      key(
          "sickness",
          DataTypes.StringType,
          "recent: sick in one of the three months before the month at risk; none: otherwise");
  public final Field event = key("event", DataTypes.StringType, "what happens next").codes(EVENT);
  public final Field destination =
      key(
          "to_level2",
          DataTypes.StringType,
          "occupation group that a move of the next month leads to; none without one");
  public final Field persons = field("persons", DataTypes.LongType, "person-months").required();

  private CareerRiskCells() {
    super(
        Layer.SILVER,
        "career_risk_cells",
        "one row a trust, month, occupation group, event and set of characteristics",
        Sensitivity.PERSONAL);
    serves("03.15", "parental leave in the year before, at each month at risk of a move");
    serves("03.16", "sickness in the three months before each month at risk of a move or leaving");
  }
}
