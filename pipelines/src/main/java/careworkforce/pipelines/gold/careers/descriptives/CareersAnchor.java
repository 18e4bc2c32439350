package careworkforce.pipelines.gold.careers.descriptives;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import org.apache.spark.sql.types.DataTypes;

/**
 * How far the NHS opens work to deprived neighbourhoods (methods 2.5, an anchor institution): the
 * share of those who enter bands 2 to 4, and of those who move up a band by an occupation move, who
 * live in the most deprived fifth of neighbourhoods, over the same share of working-age residents
 * of the trust's catchment. A ratio of 1 is proportional.
 *
 * <p>The catchment is a proposal of this project: the districts where the trust's staff live, each
 * weighted by how many do. It is held without error in the interval. It follows from whom the trust
 * employs: one that takes nobody on from deprived districts has a catchment without them, and may
 * look proportional. Beside it stand the residents of the travel-to-work area that the trust's seat
 * is in, whoever it employs.
 */
public final class CareersAnchor extends DescriptiveTable {
  /** The row of all trusts together. */
  public static final String ALL = "all";

  static final CodeList GROUPS =
      CodeList.of(
          "anchor group",
          "methods 2.5",
          "ENTRANTS_BAND_2_TO_4",
          "on no NHS payroll on 30 September, and in band 2, 3 or 4 in the first month on one"
              + " of the twelve to the next September; whoever returns after an absence counts",
          "UPWARD_MOVERS",
          "who make a headline move between occupation groups to a higher band in the year");

  public static final CareersAnchor TABLE = new CareersAnchor();

  public final Field year = yearKey();
  public final Field group = key("anchor_group", DataTypes.StringType, "who").codes(GROUPS);
  public final Field trust =
      key("trust", DataTypes.StringType, "trust, as its successor; all for all trusts");
  public final Field months =
      monthsOfYear(
          "of the year, from October to the next September, that the record has, or, of movers, in"
              + " which it tells moves");
  public final Field persons = count("persons", "of the group, whose home is known");
  public final Field deprived =
      count("persons_deprived", "of them, whose home is in the most deprived fifth");
  public final Rate share = rate("share", "persons_deprived / persons", "share of persons");
  public final Field catchment =
      field(
              "catchment_share",
              DataTypes.DoubleType,
              "share of working-age residents of the catchment in the most deprived fifth")
          .unit("share of residents");
  public final Field ratio =
      field("anchor_ratio", DataTypes.DoubleType, "share / catchment_share; 1 is proportional");
  public final Field ratioLow =
      field("anchor_ratio_low", DataTypes.DoubleType, "share_low / catchment_share");
  public final Field ratioHigh =
      field("anchor_ratio_high", DataTypes.DoubleType, "share_high / catchment_share");
  public final Field areaShare =
      field(
              "area_share",
              DataTypes.DoubleType,
              "share of working-age residents of the trust's travel-to-work area in the most"
                  + " deprived fifth; of all trusts the mean by their staff of 30 September")
          .unit("share of residents");
  public final Field areaRatio =
      field("area_ratio", DataTypes.DoubleType, "share / area_share; 1 is proportional");
  public final Field areaRatioLow =
      field("area_ratio_low", DataTypes.DoubleType, "share_low / area_share");
  public final Field areaRatioHigh =
      field("area_ratio_high", DataTypes.DoubleType, "share_high / area_share");

  private CareersAnchor() {
    super("careers_anchor", "one row a year from 30 September, group and trust");
    serves("03.28", "access of deprived neighbourhoods to entry posts and to upward moves");
    serves("03.9", "the measure by trust and its catchment");
    serves("05.10", "each trust as an employer of those who live in deprived neighbourhoods");
    limits(
        "03.28",
        "the catchment is of the districts where the trust's own staff live: a trust that takes"
            + " nobody on from deprived districts nearby looks proportional by it, and not by its"
            + " travel-to-work area");
  }
}
