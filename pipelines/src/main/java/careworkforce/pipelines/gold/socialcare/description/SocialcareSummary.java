package careworkforce.pipelines.gold.socialcare.description;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * Summary statistics of the home-months behind the estimates, the last that {@link
 * SocialcareSampleFlow} keeps; not weighted.
 */
public final class SocialcareSummary extends Table {
  /** Which homes. */
  public static final CodeList HOMES =
      CodeList.of(
          "kind of home",
          "Care Quality Commission service types",
          "nursing",
          "care home with nursing",
          "residential",
          "care home without nursing",
          "all",
          "both");

  public static final SocialcareSummary TABLE = new SocialcareSummary();

  public final Field kind = key("kind", DataTypes.StringType, "which homes").codes(HOMES);
  public final Field variable = key("variable", DataTypes.StringType, "what is summarised");
  public final Field unit = field("unit", DataTypes.StringType, "of the variable").required();
  public final Field observations =
      field("n_obs", DataTypes.LongType, "home-months that have it").required();
  public final Field mean = field("mean", DataTypes.DoubleType, "mean");
  public final Field sd =
      field("sd", DataTypes.DoubleType, "standard deviation; null below two home-months");
  public final Field p10 = field("p10", DataTypes.DoubleType, "tenth percentile");
  public final Field median = field("median", DataTypes.DoubleType, "median");
  public final Field p90 = field("p90", DataTypes.DoubleType, "ninetieth percentile");

  private SocialcareSummary() {
    super(
        Layer.GOLD,
        "socialcare_summary",
        "one row a kind of home and variable",
        Sensitivity.AGGREGATE);
    serves("06.27", "the summary statistics of the papers");
  }
}
