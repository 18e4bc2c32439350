package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Divisions of the Standard Industrial Classification 2007 (ONS, Open Government Licence). */
public final class SicDivisions extends Table {
  public static final SicDivisions TABLE = new SicDivisions();

  /** The divisions of care: residential care and social work without accommodation. */
  public static final List<String> CARE = List.of("87", "88");

  /** The division of health. */
  public static final String HEALTH = "86";

  public final Field division = key("division", DataTypes.StringType, "two digits");
  public final Field section =
      field("section", DataTypes.StringType, "letter of the section").required();
  public final Field title = field("title", DataTypes.StringType, "title").required();

  private SicDivisions() {
    super(Layer.SILVER, "sic_divisions", "one row a division", Sensitivity.PUBLIC);
    serves("06.6", "industries by name");
  }
}
