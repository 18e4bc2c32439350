package careworkforce.pipelines.bronze.commuting;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Usual residents in work by area of residence and of workplace: Census 2011 table WU03EW (Nomis,
 * Open Government Licence), all methods of travel. Published by middle layer super output area
 * ({@code wu03ew_v2.csv} of {@code wu03ew_msoa.zip}), and by district where Nomis is asked for
 * that; both are read. Workplaces without a place, abroad or offshore, have codes of their own. The
 * column names are Nomis's; [M] no copy of the table was at hand.
 */
public final class CommutingFlows extends DeliveredTable {
  public static final CommutingFlows TABLE = new CommutingFlows();

  public final Field residence =
      field("area_of_residence", DataTypes.StringType, "2011 MSOA, or district, in which they live")
          .required();
  public final Field workplace =
      field("area_of_workplace", DataTypes.StringType, "of the same kind, or a code of no place")
          .required();
  public final Field workers =
      field("workers", DataTypes.LongType, "people who live in one and work in the other")
          .unit("persons")
          .required();

  private CommutingFlows() {
    super(
        "commuting_flows",
        "one row an area of residence, area of workplace and census",
        Sensitivity.PUBLIC);
    check(
        Check.should(
            "RESIDENCE_IS_AN_AREA",
            "residents live in a 2011 MSOA or a district of England or Wales",
            residence.col().rlike("^([EW]02|E0[6-9]|W06)\\d{6}$")));
    serves("06.11", "areas linked by where their residents work");
  }
}
