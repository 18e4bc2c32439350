package careworkforce.pipelines.bronze.ashe;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;

/**
 * A sheet "All" of a workbook of the Annual Survey of Hours and Earnings (ONS, Open Government
 * Licence), as it is in {@code .xlsx} or saved as CSV, its five lines above the data included.
 * Notes below the data, which have no code, are rejected. Cells {@code x} (coefficient of variation
 * above 20%), {@code ..} (disclosive), {@code :} (does not apply) and {@code -} (nil or negligible)
 * are null. The workbook beside it has the same shape and holds coefficients of variation in place
 * of values.
 *
 * <p>[M] No copy was at hand: the seventeen columns are the published ones as generally known; that
 * the code cell of a table by region reads {@code E12000001 47} (region, blank, code of the group)
 * is laid out by us.
 */
public abstract class AsheTable extends DeliveredTable {
  public final Field description =
      field("description", DataTypes.StringType, "region and group in words").required();
  public final Field code =
      field("code", DataTypes.StringType, "code of the region, a blank, code of the group")
          .required();
  public final Field jobs = number("jobs_thousand", "jobs");
  public final Field median = number("median", "median");
  public final Field medianChange = number("median_change", "its annual change, per cent");
  public final Field mean = number("mean", "mean");
  public final Field meanChange = number("mean_change", "its annual change, per cent");

  /** The percentiles in their published order. */
  public final List<Field> percentiles =
      Stream.of(10, 20, 25, 30, 40, 60, 70, 75, 80, 90)
          .map(p -> number("p" + p, "percentile " + p))
          .toList();

  AsheTable(String name, String groups, boolean quality) {
    super(
        name,
        "one row a region and "
            + groups
            + " a year: "
            + (quality ? "coefficients of variation, per cent" : "gross hourly pay, £"),
        Sensitivity.PUBLIC);
    serves("06.7", quality ? "quality of published pay" : "pay by region and " + groups);
  }

  private Field number(String name, String meaning) {
    return field(name, DataTypes.createDecimalType(12, 2), meaning);
  }
}
