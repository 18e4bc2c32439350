package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.silver.panels.ResidentMonths;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the effects of turnover on residents would be if the residents whom the address link misses
 * answered otherwise than those it finds. A share m of residents is missed, a share f of those
 * found are none, and the effect on the missed is k times that on the found: then the effect on
 * residents is the estimate · (1 − m + m·k) / (1 − f). By property reference m is {@value
 * #MISSED_BY_UPRN} and f {@value #FALSE_BY_UPRN} (Santos, Conti and Wolters 2021); by postcode m is
 * 0.10 to {@value #MISSED_BY_POSTCODE} and f 0.15 to {@value #FALSE_BY_POSTCODE} (Burton 2019), of
 * which the worse stand here.
 */
public final class SocialcareMisclassification extends Table {
  public static final double MISSED_BY_UPRN = 0.2198;
  public static final double FALSE_BY_UPRN = 0.0065;
  public static final double MISSED_BY_POSTCODE = 0.22;
  public static final double FALSE_BY_POSTCODE = 0.23;

  public static final SocialcareMisclassification TABLE = new SocialcareMisclassification();

  public final Field outcome = key("outcome", DataTypes.StringType, "what is explained");
  public final Field sample = key("sample", DataTypes.StringType, "whom and which months");
  public final Field ratio =
      key("effect_ratio", DataTypes.DoubleType, "effect on residents missed over that on found");
  public final Field matchTier =
      field("match_tier", DataTypes.StringType, "how residents were matched")
          .required()
          .codes(ResidentMonths.MATCH_TIER);
  public final Field missed =
      field("missed", DataTypes.DoubleType, "share of residents missed").required();
  public final Field falsely =
      field("found_falsely", DataTypes.DoubleType, "share of those found who are none").required();
  public final Field observed =
      field("estimate_observed", DataTypes.DoubleType, "estimate on those found").required();
  public final Field estimate =
      field("estimate", DataTypes.DoubleType, "effect on all residents").required();
  public final Field ciLow =
      field(
          "ci_low",
          DataTypes.DoubleType,
          "lower end of the 95% interval; null where the estimate on those found has none");
  public final Field ciHigh =
      field("ci_high", DataTypes.DoubleType, "upper end of the 95% interval; likewise");
  public final Field design =
      field("design", DataTypes.StringType, "causal, if the ratio is as supposed")
          .required()
          .codes(EstimateTable.DESIGN);

  private SocialcareMisclassification() {
    super(
        Layer.GOLD,
        "socialcare_misclassification",
        "one row an outcome, sample and supposed ratio of effects",
        Sensitivity.AGGREGATE);
    serves("06.19", "bounds for the residents whom the address link misses");
  }
}
