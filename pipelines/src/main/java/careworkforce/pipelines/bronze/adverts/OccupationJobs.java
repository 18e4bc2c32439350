package careworkforce.pipelines.bronze.adverts;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Jobs by local authority and occupation in the Census of 2011, the base of the vacancy index. The
 * Census publishes occupation by area as workplace tables; this layout of them is ours.
 */
public final class OccupationJobs extends DeliveredTable {
  public static final OccupationJobs TABLE = new OccupationJobs();

  public final Field ladCode =
      field("lad_code", DataTypes.StringType, "local authority district of the workplace")
          .required();
  public final Field occupation =
      field("soc2010", DataTypes.StringType, "unit group of SOC2010").required();
  public final Field jobs =
      field("jobs", DataTypes.LongType, "people who work there in it").unit("persons").required();

  private OccupationJobs() {
    super("occupation_jobs", "one row a district, occupation and census", Sensitivity.PUBLIC);
    serves("06.8", "jobs that adverts are set against");
    limits(
        "06.8",
        "laid out by this project: to be prepared from the workplace tables of the Census of 2011");
  }
}
