package careworkforce.pipelines.bronze.adverts;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Online job advert estimates of the Office for National Statistics (Adzuna), an index by category
 * and week for the United Kingdom, February 2020 = 100, in the columns of CMD version 4
 * (ONS-OpenData/cmd-online-job-adverts; layouts.md 4.4).
 */
public final class OnlineJobAdverts extends DeliveredTable {
  /** Data markings. */
  public static final CodeList MARKINGS =
      CodeList.of(
          "data marking", "layouts.md 4.4", "x", "imputed", "..", "a week that has not come");

  public static final OnlineJobAdverts TABLE = new OnlineJobAdverts();

  public final Field indexValue =
      field("index_value", DataTypes.DoubleType, "adverts, February 2020 = 100; null unknown");
  public final Field marking =
      field("data_marking", DataTypes.StringType, "what is to be known of it").codes(MARKINGS);
  public final Field year =
      field("calendar_year", DataTypes.IntegerType, "year of the week").required();
  public final Field geographyCode =
      field("geography_code", DataTypes.StringType, "K02000001, the United Kingdom").required();
  public final Field category =
      field("category", DataTypes.StringType, "category of Adzuna").required();
  public final Field week =
      field("week", DataTypes.StringType, "week of the year, week-1 to week-53").required();

  private OnlineJobAdverts() {
    super("online_job_adverts", "one row a category, week and delivery", Sensitivity.PUBLIC);
    serves("06.9", "online vacancies of the Office for National Statistics, by category and week");
    limits("06.9", "of the United Kingdom alone, and the weeks are not evenly apart");
  }
}
