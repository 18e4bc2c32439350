package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.Nullable;

/**
 * Slopes that vary by level, of a block's rows.
 *
 * @param values what each entry of the reduced system is multiplied by, one array for each array of
 *     its index, null for 1; empty when all are
 * @param eliminated slopes of the eliminated effect, one value a row
 * @param intercept whether each group of the eliminated effect has an intercept too
 */
public record VaryingSlopes(
    double[] @Nullable [] values, double[][] eliminated, boolean intercept) {
  /** No slopes: plain effects only. */
  public static final VaryingSlopes NONE =
      new VaryingSlopes(new double[0][], new double[0][], true);
}
