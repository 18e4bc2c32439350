package careworkforce.pipelines.gold.socialcare;

import careworkforce.common.table.Field;
import careworkforce.pipelines.gold.EstimateRow;
import careworkforce.pipelines.gold.EstimateTable;
import careworkforce.pipelines.gold.InstrumentStrength;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The contract of estimates that may rest on instruments: how strong these are, and what may be
 * said however weak they are (methods 2.8). Where their effective F is below 10 there is no
 * interval by t, and Anderson and Rubin's stands alone.
 */
public abstract class CareEffectTable extends EstimateTable {
  /** In place of a set's shape: its F is not to be trusted with few clusters. */
  public static final String NOT_MADE = "not made, few clusters";

  public final Field firstStageF =
      field("first_stage_f", DataTypes.DoubleType, "F of the instrument; null without one");
  public final Field outcomeMean =
      field(
          "outcome_mean",
          DataTypes.DoubleType,
          "mean outcome of the observations that the estimate rests on, weighted as it is; of"
              + " Poisson models the rate by resident-days");
  public final Field instrument =
      field("instrument", DataTypes.StringType, "instrument; null without one");
  public final Field effectiveF =
      field("effective_f", DataTypes.DoubleType, "effective F (Montiel Olea and Pflueger 2013)");
  public final Field arP =
      field(
          "ar_p_value",
          DataTypes.DoubleType,
          "p-value of Anderson and Rubin's test of no effect, valid however weak the instrument");
  public final Field arLow =
      field("ar_low", DataTypes.DoubleType, "lower end of their 95% set, if an interval");
  public final Field arHigh = field("ar_high", DataTypes.DoubleType, "upper end of it");
  public final Field arShape =
      field(
          "ar_shape",
          DataTypes.StringType,
          "shape of the set: interval, rays, line, empty; with fewer than 30 areas by the wild"
              + " bootstrap, interval or open, or that none is made");

  /**
   * Begins a contract.
   *
   * @param name snake case, unique among gold tables
   * @param grain what one row is, in one sentence
   */
  protected CareEffectTable(String name, String grain) {
    super(name, grain);
  }

  @Override
  protected @Nullable InstrumentStrength strength(Row row) {
    double f = EstimateRow.number(row, effectiveF);
    @Nullable String told = row.getAs(arShape.name());
    @Nullable String shape = NOT_MADE.equals(told) ? null : told;
    return Double.isNaN(f) && shape == null
        ? null
        : new InstrumentStrength(
            f, EstimateRow.number(row, arLow), EstimateRow.number(row, arHigh), shape);
  }
}
