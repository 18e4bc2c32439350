package careworkforce.pipelines.gold.careers;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.EsrPersonMonths;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import org.apache.spark.sql.types.DataTypes;

/** Moves by year, pathway, means and direction, with pay before and after. */
public final class CareersMoveCounts extends Table {
  public static final CareersMoveCounts TABLE = new CareersMoveCounts();

  public final Field year = key("year", DataTypes.IntegerType, "calendar year of the move");
  public final Field fromGroup = key("from_group", DataTypes.StringType, "group left");
  public final Field toGroup = key("to_group", DataTypes.StringType, "group entered");
  public final Field means =
      key("means", DataTypes.StringType, "by training or direct").codes(OccupationMoves.MEANS);
  public final Field direction =
      key("direction", DataTypes.StringType, "by band").codes(OccupationMoves.DIRECTION);
  public final Field months =
      field(
              "months",
              DataTypes.IntegerType,
              "months of the year in which the record tells moves: not its first, nor the last,"
                  + " after which no months prove one; with fewer than 12 the counts are no whole"
                  + " year's")
          .unit("months")
          .required();
  public final Field moves = field("moves", DataTypes.LongType, "headline moves").required();
  public final Field viaGap =
      field("via_gap", DataTypes.LongType, "of them, across a leave or absence").required();
  public final Field otherTrust =
      field("other_trust", DataTypes.LongType, "of them, into another trust").required();
  public final Field secondaryPromoted =
      field("secondary_promoted", DataTypes.LongType, "swaps of two held assignments, not in moves")
          .required();
  public final Field payMoves =
      field("pay_moves", DataTypes.LongType, "of moves, those of which both pays are known")
          .required();
  public final Field payBefore =
      field(
              "pay_before",
              DataTypes.createDecimalType(18, 8),
              "mean over pay_moves of hourly pay in the three months before")
          .unit("£ an hour, nominal");
  public final Field payAfter =
      field(
              "pay_after",
              DataTypes.createDecimalType(18, 8),
              "mean over pay_moves of hourly pay in the three months after; what pay awards and"
                  + " prices rose by between is in it")
          .unit("£ an hour, nominal");

  private CareersMoveCounts() {
    super(
        Layer.GOLD,
        "careers_move_counts",
        "one row a year, origin, destination, means and direction of moves",
        Sensitivity.AGGREGATE);
    limits("03.2", EsrPersonMonths.SCOPE);
    serves("03.10", "direction, size and means of each pathway, counted");
    limits(
        "03.10",
        "pay is not deflated: the project has no series of prices or of pay awards; pay paths"
            + " around a move are told against stayers in careers_event_paths");
  }
}
