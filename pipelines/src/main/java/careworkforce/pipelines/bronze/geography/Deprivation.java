package careworkforce.pipelines.bronze.geography;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Deprivation of the 2011 lower layer super output areas of England: file 7 of the English Indices
 * of Deprivation (Ministry of Housing, Open Government Licence).
 */
public final class Deprivation extends DeliveredTable {
  public static final Deprivation TABLE = new Deprivation();

  public final Field lsoa11Code =
      field("lsoa11_code", DataTypes.StringType, "2011 lower layer super output area").required();
  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district of 2019 it lies in")
          .required();
  public final Field imdRank =
      field("imd_rank", DataTypes.IntegerType, "rank by multiple deprivation, 1 the most deprived")
          .required();
  public final Field imdDecile =
      field("imd_decile", DataTypes.IntegerType, "tenth of all areas, 1 the most deprived")
          .required();
  public final Field workingAge =
      field(
              "working_age_population",
              DataTypes.IntegerType,
              "residents of 18 to 59 or 64 in mid 2015, prisoners left out, rounded")
          .unit("persons")
          .required();

  private Deprivation() {
    super("deprivation", "one row a 2011 lower layer super output area", Sensitivity.PUBLIC);
    check(
        Check.should(
            "DECILE_IN_RANGE",
            "the tenth is between 1 and 10",
            imdDecile.col().between(functions.lit(1), functions.lit(10))));
    serves("03.28", "how deprived each neighbourhood is, and how many of working age live there");
  }
}
