package careworkforce.common.estimate.shiftshare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A location-level regression with a shift-share regressor or instrument.
 *
 * @param outcome one value a location
 * @param treatment the endogenous regressor, or null for the reduced form, in which the shift-share
 *     variable is the regressor itself
 * @param shiftShare the share-weighted sum of shocks
 * @param controls columns, the constant among them
 * @param weights regression weights, or null for equal ones
 * @param shares the exposure shares
 * @param regions cluster codes of locations for the usual clustered standard error, or null
 * @param sectorClusters cluster codes of sectors, or null where shocks are independent
 */
public record ShiftShareDesign(
    double[] outcome,
    double @Nullable [] treatment,
    double[] shiftShare,
    double[][] controls,
    double @Nullable [] weights,
    Shares shares,
    int @Nullable [] regions,
    int @Nullable [] sectorClusters) {

  /**
   * @throws IllegalArgumentException if lengths do not agree
   */
  public ShiftShareDesign {
    boolean agree =
        shiftShare.length == outcome.length
            && shares.locations() == outcome.length
            && (treatment == null || treatment.length == outcome.length)
            && (weights == null || weights.length == outcome.length)
            && Arrays.stream(controls).allMatch(c -> c.length == outcome.length);
    if (!agree) {
      throw new IllegalArgumentException(
          "Cannot fit a shift-share regression: because outcome, treatment, shift-share, controls, weights and shares do not have the same %d locations. Align them on location."
              .formatted(outcome.length));
    }
    if (sectorClusters != null && sectorClusters.length != shares.sectors()) {
      throw new IllegalArgumentException(
          "Cannot cluster sectors: because there are %d cluster codes for %d sectors. Give one for each sector."
              .formatted(sectorClusters.length, shares.sectors()));
    }
  }

  double[] weightsOrOnes() {
    if (weights != null) {
      return weights;
    }
    double[] ones = new double[outcome.length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
