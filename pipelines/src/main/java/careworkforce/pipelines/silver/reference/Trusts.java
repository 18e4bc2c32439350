package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * What kind each NHS trust is and where it lies. Region and integrated care board are those of the
 * Organisation Data Service's latest file; the type is the cluster that NHS England compares
 * turnover within, and for trusts that merged before that file, told by the name.
 */
public final class Trusts extends Table {
  /** The kind of trust that the acute sector is made of. */
  public static final String ACUTE = "ACUTE";

  /** Kinds of trust. */
  public static final CodeList TYPES =
      CodeList.of(
          "trust type",
          "cluster group of the NHS turnover benchmarking tables",
          ACUTE,
          "Acute",
          "MENTAL_HEALTH",
          "Mental health and learning disability",
          "COMMUNITY",
          "Community provider",
          "AMBULANCE",
          "Ambulance");

  /** Government office regions by the letter that the Organisation Data Service gives. */
  static final CodeList REGIONS =
      CodeList.of(
          "government office region",
          "Organisation Data Service, etr",
          "A",
          "North East",
          "B",
          "North West",
          "D",
          "Yorkshire and The Humber",
          "E",
          "East Midlands",
          "F",
          "West Midlands",
          "G",
          "East of England",
          "H",
          "London",
          "J",
          "South East",
          "K",
          "South West",
          "W",
          "Wales");

  public static final Trusts TABLE = new Trusts();

  public final Field organisation = key("organisation", DataTypes.StringType, "ODS code");
  public final Field trustType =
      field("trust_type", DataTypes.StringType, "kind of trust; null for one that is not listed")
          .codes(TYPES);
  public final Field typeSource =
      field("type_source", DataTypes.StringType, "what supports the type");
  public final Field trustName = field("name", DataTypes.StringType, "name");
  public final Field region =
      field("region", DataTypes.StringType, "government office region, by name");
  public final Field icb =
      field("icb", DataTypes.StringType, "ODS code of the integrated care board");

  private Trusts() {
    super(Layer.SILVER, "trusts", "one row an NHS trust", Sensitivity.PUBLIC);
    serves("03.8", "the kind of each trust");
    serves("03.9", "the region and integrated care board of each trust");
  }
}
