package careworkforce.pipelines.gold.socialcare.nhs;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.InstrumentStrength;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * NHS jobs nearby and the staff of care homes: what openings do to turnover, starters and staff, by
 * least squares and by the leave-one-out instrument of methods 2.7; how staff trends go with NHS
 * trends by area; and how many move between care homes and the health sector where it opens jobs.
 *
 * <p>Months from COVID on are left out, {@code socialcare.sample.last-month} being the last
 * (methods 2.8). Openings are the mean of the calendar year, up to that month. Those of an area and
 * month are a handful of starters, of which chance makes more than demand does: least squares finds
 * the effect times the share of their variation that is demand, which at a hundredth of England is
 * under a hundredth by month and about four hundredths by year.
 */
public final class SocialcareNhsOpenings extends EstimateTable {
  /** Name of the sample of effects on homes, before its last month. */
  public static final String HOMES_BY_MONTH = "homes by month to ";

  public static final SocialcareNhsOpenings TABLE = new SocialcareNhsOpenings();

  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument, clustered; null without");

  private SocialcareNhsOpenings() {
    super("socialcare_nhs_openings", "one row an outcome, sample, estimator and term");
    serves("06.12", "effect of NHS job opportunities on turnover, starters and staff");
    serves("06.3", "NHS openings of bands 2 to 4 by area as the regressor");
    serves("06.16", "staff trends of homes against NHS openings of their area");
    serves("06.4", "leavers to the health sector and recruits from it, where the NHS opens jobs");
    limits(
        "06.16",
        "growth is between two years in each of which staff of socialcare.options.least-months"
            + " months are seen");
    limits(
        "06.4",
        "recruits are those who started since the employer's first extract: of earlier starters"
            + " only those who stayed are seen");
    limits(
        "06.4",
        "leavers are those whose destination is told: another care employer, the health sector, a"
            + " different sector or retirement; reasons that tell none, dismissal among them, and"
            + " another role in the organisation are left out");
    serves("06.13", "turnover of care homes where the NHS opens jobs");
    serves("06.14", "starters of care homes where the NHS opens jobs");
  }

  /** With one instrument the effective F is the F under the fit's variance. */
  @Override
  protected @Nullable InstrumentStrength strength(Row row) {
    double f = EstimateRow.number(row, firstStageF);
    return Double.isNaN(f) ? null : new InstrumentStrength(f, Double.NaN, Double.NaN, null);
  }
}
