package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * 2011 lower layer super output areas of England and Wales in their larger areas (ONS, Open
 * Government Licence).
 */
public final class LsoaLookup extends DeliveredTable {
  public static final LsoaLookup TABLE = new LsoaLookup();

  public final Field lsoa11Code =
      field("lsoa11_code", DataTypes.StringType, "2011 lower layer super output area").required();
  public final Field lsoa11Name = field("lsoa11_name", DataTypes.StringType, "its name");
  public final Field msoa11Code =
      field("msoa11_code", DataTypes.StringType, "2011 middle layer super output area it lies in")
          .required();
  public final Field msoa11Name = field("msoa11_name", DataTypes.StringType, "its name");
  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district it lies in").required();
  public final Field ladName = field("lad_name", DataTypes.StringType, "its name");

  private LsoaLookup() {
    super("lsoa_lookup", "one row a 2011 lower layer super output area", Sensitivity.PUBLIC);
    serves("06.16", "areas nested up to the authority");
  }
}
