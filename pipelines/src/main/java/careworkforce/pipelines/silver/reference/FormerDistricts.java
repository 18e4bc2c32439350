package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Names of districts of England that were merged or renamed between 2011 and 2023, each with that
 * of the district it is part of since; one that changed twice has a row for each. Directories go on
 * naming them, and later editions of the codes need not.
 */
public final class FormerDistricts extends Table {
  public static final FormerDistricts TABLE = new FormerDistricts();

  public final Field former =
      key("former_name", DataTypes.StringType, "name of the district that ended");
  public final Field present =
      key("present_name", DataTypes.StringType, "name of the district it became part of");
  public final Field source =
      field("source", DataTypes.StringType, "what supports the row").required();

  private FormerDistricts() {
    super(
        Layer.SILVER,
        "former_districts",
        "one row a name of a district that ended, 2011 to 2023, and its successor's",
        Sensitivity.PUBLIC);
    serves("06.26", "homes whose directory names a district that was merged since");
  }
}
