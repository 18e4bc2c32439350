package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the entrants of each occupation group came from: the inverse of the transition matrix, and
 * the published 4% to 16% of new nurses who were NHS support staff (methods 2.3). Of groups at
 * level 2, and of all registered staff and all support roles at level 1, to which nobody comes from
 * the same: who moves from nurse to midwife was registered before. Entrants are described as at the
 * beginning of a year from September: those who are new, of the year they enter in; those who move,
 * of that of the month before the move, in the post they come from, unless they were on no payroll
 * in it until they moved. Months are counted in which both kinds of entrants can be told: not those
 * of the window's first year, before which nobody is seen, nor its last ones, in which no move is
 * proved yet. Who is new to the record must work on as long as proves a move; who comes back to the
 * group last held is no entrant.
 */
public final class CareersPipelines extends DescriptiveTable {
  public static final CareersPipelines TABLE = new CareersPipelines();

  /** Origin of those on no NHS payroll in the window before. */
  public static final String OUTSIDE = "OUTSIDE";

  /** Origin of those whose last group was held more than twelve months before. */
  public static final String LONGER_AGO = "LONGER_AGO";

  public final Field year = key("year", DataTypes.IntegerType, "calendar year of entry");
  public final Field level = levelKey();
  public final Field toGroup =
      key(
          "to_group",
          DataTypes.StringType,
          "occupation group entered; at level1 CLINICAL, which is all registered groups, or another"
              + " part of the staff");
  public final Field fromGroup =
      key(
          "from_group",
          DataTypes.StringType,
          "occupation group, or part of the staff, held within twelve months before; LONGER_AGO, or"
              + " OUTSIDE if none was; NURSING_LEARNERS at level1 too, as they are no support role");
  public final Field breakdown = breakdownKey();
  public final Field value = valueKey();
  public final Field entrants = count("entrants", "persons who entered from there");
  public final Field allEntrants = count("all_entrants", "persons who entered the group");
  public final Rate share = rate("share", "entrants / all_entrants", "share of entrants");

  private CareersPipelines() {
    super(
        "careers_pipelines",
        "one row a year, level, occupation group entered, group come from and value of a breakdown");
    serves("03.9", "the share by region, board and deprivation of the home");
    serves("03.12", "support worker to nurse, as a share of new nurses, every year");
    limits(
        "03.12",
        "what learners did before the window is not seen: of its first years, those who end a"
            + " training begun before it come from the learners' group and from no support role");
    serves(
        "03.29",
        "share of new registered staff who came from support roles: level1, CLINICAL from"
            + " SUPPORT_TO_CLINICAL");
    limits(
        "03.29",
        "registered is the manual's professionally qualified clinical staff: registration itself is"
            + " in no field of ESR, and who enters from outside may have been registered before");
  }
}
