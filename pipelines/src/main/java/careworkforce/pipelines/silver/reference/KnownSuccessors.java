package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * NHS trusts that merged between 2012 and 2021, each with the trust it is part of at the end of
 * 2021: the project's own list, to which later mergers are delivered.
 */
public final class KnownSuccessors extends Table {
  public static final KnownSuccessors TABLE = new KnownSuccessors();

  public final Field organisation =
      key("organisation", DataTypes.StringType, "ODS code that ended");
  public final Field successor =
      field("successor", DataTypes.StringType, "ODS code at the end of 2021").required();
  public final Field effective =
      field("effective", DataTypes.DateType, "first day under the successor").required();
  public final Field organisationName =
      field("name", DataTypes.StringType, "name of the trust that ended").required();
  public final Field source =
      field("source", DataTypes.StringType, "what supports the row").required();

  private KnownSuccessors() {
    super(
        Layer.SILVER,
        "known_successors",
        "one row a trust code that a merger ended, 2012 to 2021",
        Sensitivity.PUBLIC);
    limits(
        "03.1", "trusts alone, and mergers to 2021: later ones, and commissioners, are delivered");
  }
}
