package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * Pathways between occupation groups ranked for further study: by size, growth, pay change, and
 * spread over trusts and places. The measures and their ranks are a proposal of this project; the
 * mean of the ranks orders the list, ties in the order of the groups' names.
 */
public final class CareersPathways extends DescriptiveTable {
  public static final CareersPathways TABLE = new CareersPathways();

  public final Field fromGroup = key("from_group", DataTypes.StringType, "occupation group left");
  public final Field toGroup = key("to_group", DataTypes.StringType, "occupation group entered");
  public final Field moves = count("moves", "headline moves of the whole window");
  public final Rate share = rate("share", "moves / all headline moves", "share of moves");
  public final Field earlier =
      count(
          "moves_earlier", "of them, in the first half of the months in which a move can be told");
  public final Field later = count("moves_later", "of them, in the second half of those months");
  public final Field growth =
      field("growth", DataTypes.DoubleType, "(later - earlier) / ((later + earlier) / 2)")
          .unit("share of the mean of the halves");
  public final Field up = count("moves_up", "moves to a higher band");
  public final Field level = count("moves_level", "moves within a band");
  public final Field down = count("moves_down", "moves to a lower band");
  public final Rate shareUp = direction("up");
  public final Rate shareLevel = direction("level");
  public final Rate shareDown = direction("down");
  public final Field payChange =
      field(
              "pay_change",
              DataTypes.DoubleType,
              "mean over pay_moves of hourly pay after / hourly pay before, less one; nominal")
          .unit("share of pay before");
  public final Field payMoves =
      count("pay_moves", "moves of which both pays are known and the first is above nought");
  public final Field trusts = count("trusts", "trusts entered by it");
  public final Field effectiveTrusts =
      field(
              "effective_trusts",
              DataTypes.DoubleType,
              "1 / sum of squared shares of moves over trusts entered")
          .unit("trusts");
  public final Field icbs = count("icbs", "integrated care boards of the trusts entered");
  public final Field sizeRank = rank("size", "moves");
  public final Field growthRank = rank("growth", "growth");
  public final Field payRank = rank("pay", "pay change");
  public final Field spreadRank = rank("spread", "effective trusts");
  public final Field placesRank = rank("places", "boards");
  public final Field rank =
      field("rank", DataTypes.IntegerType, "order by the mean of the five ranks, 1 the first")
          .required();

  private CareersPathways() {
    super("careers_pathways", "one row an origin and destination between which somebody moved");
    serves(
        "03.30", "pathways ranked by size, growth, pay change and spread over trusts and places");
    limits(
        "03.30",
        "pay change is nominal: what pay awards and prices rose by around a move is in it, which"
            + " puts pathways of years of large awards first; growth and pay change have no interval");
    serves("03.10", "direction, size and pay change of every pathway");
    limits(
        "03.10", "direction is told by band: of moves of those without one, as doctors, it is not");
  }

  private Rate direction(String direction) {
    return rate(
        "share_" + direction,
        "moves_" + direction + " / moves of which both bands are known",
        "share of moves");
  }

  private Field rank(String by, String measure) {
    return field(by + "_rank", DataTypes.IntegerType, "rank by " + measure + ", 1 the greatest")
        .required();
  }
}
