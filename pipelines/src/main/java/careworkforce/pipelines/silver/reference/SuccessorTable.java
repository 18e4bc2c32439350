package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/** Organisations that a merger ended, each with the one that it is part of. */
public abstract class SuccessorTable extends Table {
  public final Field organisation =
      key("organisation", DataTypes.StringType, "ODS code that ended");
  public final Field successor;
  public final Field effective;
  public final Field organisationName;
  public final Field source;

  /**
   * A list of mergers.
   *
   * @param name of the table
   * @param grain what one row is
   * @param until meaning of the successor
   */
  SuccessorTable(String name, String grain, String until) {
    super(Layer.SILVER, name, grain, Sensitivity.PUBLIC);
    successor = field("successor", DataTypes.StringType, until).required();
    effective = field("effective", DataTypes.DateType, "first day under the successor").required();
    organisationName =
        field("name", DataTypes.StringType, "name of the trust that ended").required();
    source = field("source", DataTypes.StringType, "what supports the row").required();
  }
}
