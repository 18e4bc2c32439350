package careworkforce.pipelines.bronze.commuting;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Usual residents in work by local authority of residence and of workplace: Census 2011 table
 * WU03EW (Nomis, Open Government Licence), all methods of travel. The column names are Nomis's; [M]
 * no copy of the table was at hand.
 */
public final class CommutingFlows extends DeliveredTable {
  public static final CommutingFlows TABLE = new CommutingFlows();

  public final Field residence =
      field("area_of_residence", DataTypes.StringType, "local authority district").required();
  public final Field workplace =
      field("area_of_workplace", DataTypes.StringType, "local authority district").required();
  public final Field workers =
      field("workers", DataTypes.LongType, "people who live in one and work in the other")
          .unit("persons")
          .required();

  private CommutingFlows() {
    super(
        "commuting_flows",
        "one row a district of residence, district of workplace and census",
        Sensitivity.PUBLIC);
    serves("06.11", "areas linked by where their residents work");
  }
}
