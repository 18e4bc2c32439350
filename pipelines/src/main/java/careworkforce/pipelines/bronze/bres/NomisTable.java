package careworkforce.pipelines.bronze.bres;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * A data set of Nomis by industry, local authority district and year, in the fields that its API
 * gives (pages of 25,000 cells, joined into one file a year; a year is asked for by itself). A cell
 * that is withheld has no value: it stays null and is never nought.
 */
public abstract class NomisTable extends DeliveredTable {
  public final Field date =
      field("date_name", DataTypes.IntegerType, "year of the survey").required();
  public final Field geographyType =
      field("geography_type", DataTypes.StringType, "kind of area").required();
  public final Field geographyName = field("geography_name", DataTypes.StringType, "its name");
  public final Field geographyCode =
      field("geography_code", DataTypes.StringType, "ONS code of the area").required();
  public final Field industryName =
      field(
              "industry_name",
              DataTypes.StringType,
              "code, blank, colon, blank, title, such as 47 : Retail trade; Total for all")
          .required();
  public final Field value =
      field("obs_value", DataTypes.LongType, "value, rounded; null where withheld");
  public final Field status =
      field("obs_status_name", DataTypes.StringType, "what the value is, or why there is none");
  public final Field records =
      field(
              "record_count",
              DataTypes.LongType,
              "cells of the answer that the row is of; no file has fewer rows")
          .required();
  public final Field measures =
      field("measures_name", DataTypes.StringType, "Value, or a share; null where not told");

  NomisTable(String name, String grain) {
    super(name, grain, Sensitivity.PUBLIC);
  }
}
