package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * Trusts, boards and regions ranked for further study: where staff move between occupation groups
 * more often than elsewhere, over all pathways and on each. A move is of the trust held before it;
 * moves and months are of the whole window as far as a move can be told. A place with staff in the
 * origin has its row also where none of them moved. The rank is by the lower end of the ratio's
 * interval, so that a small place is not first by chance; a proposal of this project.
 */
public final class CareersPlaces extends DescriptiveTable {
  public static final CareersPlaces TABLE = new CareersPlaces();

  public final Field breakdown = breakdownKey();
  public final Field value =
      key(Breakdown.VALUE, DataTypes.StringType, "the trust, as its successor, board or region");
  public final Field fromGroup =
      key("from_group", DataTypes.StringType, "occupation group left, or all");
  public final Field toGroup =
      key("to_group", DataTypes.StringType, "occupation group entered, or all");
  public final Field moves = count("moves", "headline moves out of the origin in the place");
  public final Field personMonths =
      count(
          "person_months",
          "months on a payroll in the origin in the place, without those in which no move can be"
              + " told");
  public final Rate rate = ratio("monthly_rate", "moves / person_months", "moves a month");
  public final Field expected =
      field(
              "expected",
              DataTypes.DoubleType,
              "moves if staff there moved as often as in all places of the kind together; over all"
                  + " pathways, as often as those of the same group")
          .unit("moves");
  public final Rate ratio = ratio("over_national", "moves / expected", "moves over those expected");
  public final Field rank =
      field(
              "rank",
              DataTypes.IntegerType,
              "among places of the kind on the pathway, by over_national_low, 1 the greatest; equal"
                  + " ones alike")
          .required();

  private CareersPlaces() {
    super("careers_places", "one row a trust, board or region, and pathway, or all pathways");
    serves("03.30", "trusts, boards and regions ranked by how much more often staff move there");
    limits(
        "03.30",
        "moves of those with no trust before, and places that no list of trusts has, are left out;"
            + " counts of one trust and pathway are small, and no command checks them for disclosure:"
            + " they stay where the lake is");
    serves("03.8", "every trust's moves against what is expected of its staff");
    serves("03.9", "every region's and board's moves against what is expected of its staff");
  }
}
