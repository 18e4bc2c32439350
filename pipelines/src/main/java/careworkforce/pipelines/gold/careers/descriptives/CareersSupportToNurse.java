package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.types.DataTypes;

/**
 * From support worker to nurse, year by year: of new nurses, the share who came from support, which
 * is the published statistic, beside how often support staff become nurses (methods 2.3). The two
 * differ and may go apart: the one rises also where fewer come from elsewhere. Both are of the same
 * months, those in which both can be told, so that of moves those alone are no entrants from there
 * who held their last post in support more than twelve months before. A year without a move has its
 * row too.
 */
public final class CareersSupportToNurse extends DescriptiveTable {
  /** By whatever means. */
  static final String ALL = "all";

  /** How they went. */
  static final CodeList MEANS =
      CodeList.with(
          "means of the route",
          "methods 2.3",
          OccupationMoves.MEANS,
          ALL,
          "by training or without");

  public static final CareersSupportToNurse TABLE = new CareersSupportToNurse();

  public final Field year =
      key(
          "year",
          DataTypes.IntegerType,
          "year of the September before; entries, moves and months are those from October to the"
              + " next September, as in careers_transition_matrix");
  public final Field level = levelKey();
  public final Field fromGroup =
      key(
          "from_group",
          DataTypes.StringType,
          "NURSING_SUPPORT at level2, SUPPORT_TO_CLINICAL, which is all support roles but learners, at"
              + " level1");
  public final Field means = key("means", DataTypes.StringType, "by what means").codes(MEANS);
  public final Field months = monthsOfYear("from October in which entries can be told");
  public final Field entrants =
      count("entrants", "new nurses who were in support within twelve months before");
  public final Field allEntrants =
      count("all_entrants", "new nurses from wherever and by whatever means");
  public final Rate pipe = rate("pipe", "entrants / all_entrants", "share of new nurses");
  public final Field moves =
      count("moves", "headline moves from support to nurse, however long ago");
  public final Field personMonths =
      count("person_months", "months on a payroll in support, training posts of learners not");
  public final Rate rate = ratio("monthly_rate", "moves / person_months", "moves a month");

  private CareersSupportToNurse() {
    super(
        "careers_support_to_nurse",
        "one row a year, origin in support and means of the route to nurse");
    serves("03.12", "support worker to nurse: share of new nurses beside the rate from support");
    serves("03.29", "the published share of new nurses who came from support, every year");
    limits(
        "03.12",
        "nursing support at level2 holds a few posts outside support to clinical staff; what learners"
            + " did before the window is not seen, so the first years' share is too low");
  }
}
