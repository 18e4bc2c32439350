package careworkforce.common.ingest;

import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/** A small delivered table for tests: homes with their beds. */
final class Homes extends DeliveredTable {
  static final Homes TABLE = new Homes();
  final Field home = field("home", DataTypes.StringType, "code of the home").required();
  final Field beds = field("beds", DataTypes.IntegerType, "beds");
  final Field wage = field("wage", DataTypes.createDecimalType(9, 2), "hourly wage").unit("£");

  private Homes() {
    super("homes", "one row a home and month", Sensitivity.PUBLIC);
  }
}
