package careworkforce.pipelines.bronze.bres;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Employment of the Business Register and Employment Survey: {@code NM_172_1} for 2009 to 2014,
 * {@code NM_189_1} from 2015. The second counts units that pay by PAYE alone, the first does not:
 * levels break between them, and {@code source_file} tells which a row is of. An answer that was
 * not asked for one status and measure has several rows a district and industry; of these one is
 * {@link #isCounted}.
 */
public final class BresJobs extends NomisTable {
  private static final String EMPLOYMENT = "Employment";
  private static final String VALUE = "Value";

  public static final BresJobs TABLE = new BresJobs();

  public final Field employmentStatus =
      field(
          "employment_status_name",
          DataTypes.StringType,
          "Employment for all jobs, else which of them; null where not told");

  private BresJobs() {
    super(
        "bres_jobs",
        "one row a year, local authority district and industry, and status and measure if told");
    check(
        Check.should(
            "STATUS_IS_COUNTED",
            "the row is of the status Employment and the measure Value, which alone are counted",
            isCounted()));
    serves("06.11", "which jobs there are in an area");
    serves("06.9", "business information of the Office for National Statistics");
  }

  /** True of rows of all employment in numbers, and of those that tell no status and measure. */
  public Column isCounted() {
    return coalesce(employmentStatus.col().equalTo(lit(EMPLOYMENT)), lit(true))
        .and(coalesce(measures.col().equalTo(lit(VALUE)), lit(true)));
  }
}
