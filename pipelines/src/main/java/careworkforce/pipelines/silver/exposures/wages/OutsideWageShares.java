package careworkforce.pipelines.silver.exposures.wages;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * How much each industry's wage counts in an area: {@code pi_n s_na0 / s_n0} of methods 2.7, with
 * {@code pi} the share of care leavers who go to the industry, {@code s_na0} its share of the
 * area's jobs in the base period, and {@code s_n0} its share of England's. The base period is the
 * first year that BRES is delivered for, whatever year the wage is of, so that shares do not answer
 * to wages. Care itself (divisions 87 and 88) is no outside option. A district whose cell is
 * withheld is in neither part of its area's share: withheld is not nought. Districts that have
 * changed count for those that stand for them now; each lies in the travel-to-work area that most
 * of it lies in.
 */
public final class OutsideWageShares extends Table {
  /** Series of the Business Register and Employment Survey. */
  public static final CodeList SERIES =
      CodeList.of(
          "series of BRES",
          "Nomis",
          "NM_172_1",
          "2009 to 2014, without units that pay by PAYE alone",
          "NM_189_1",
          "from 2015, with them");

  public static final OutsideWageShares TABLE = new OutsideWageShares();

  public final Field ttwa = key("ttwa_code", DataTypes.StringType, "travel-to-work area");
  public final Field division = key("division", DataTypes.StringType, "SIC2007 division");
  public final Field region =
      field("region_code", DataTypes.StringType, "region that most jobs of the area lie in")
          .required();
  public final Field baseYear = field("base_year", DataTypes.IntegerType, "base period").required();
  public final Field series =
      field("series", DataTypes.StringType, "series of BRES that the base period is of")
          .required()
          .codes(SERIES);
  public final Field jobs =
      field("jobs", DataTypes.LongType, "the area's jobs in the industry, as far as told")
          .required();
  public final Field areaShare =
      field("area_share", DataTypes.DoubleType, "jobs over all jobs, districts that tell")
          .required();
  public final Field nationalShare =
      field("national_share", DataTypes.DoubleType, "the same over England").required();
  public final Field pi =
      field("pi", DataTypes.DoubleType, "share of care leavers to other work who go there")
          .required();
  public final Field exposure =
      field("exposure", DataTypes.DoubleType, "pi times area share over national share").required();
  public final Field districtsWithheld =
      field("districts_withheld", DataTypes.LongType, "districts of the area that do not tell")
          .required();

  private OutsideWageShares() {
    super(
        Layer.SILVER,
        "outside_wage_shares",
        "one row a travel-to-work area and industry that tells",
        Sensitivity.PUBLIC);
    serves("06.11", "base-period shares of each area, as exposure-robust inference needs them");
    limits("06.11", "districts go whole to one area; no commuting weights here");
  }
}
