package careworkforce.common.estimate.shiftshare;

import java.util.Arrays;

/**
 * Exposure shares of locations to sectors in long form: entry i says that {@code location[i]} has
 * {@code share[i]} of its exposure in {@code sector[i]}. Absent pairs are zero. With several
 * periods a "location" is a location in a period and a "sector" a sector in a period.
 *
 * @param locations number of locations
 * @param sectors number of sectors
 */
public record Shares(int locations, int sectors, int[] location, int[] sector, double[] share) {

  /**
   * @throws IllegalArgumentException if lengths differ, a code is out of range, or a share is
   *     negative or not finite
   */
  public Shares {
    if (location.length != share.length || sector.length != share.length) {
      throw new IllegalArgumentException(
          "Cannot read shares: because there are %d locations, %d sectors and %d shares. Give one of each per entry."
              .formatted(location.length, sector.length, share.length));
    }
    for (int i = 0; i < share.length; i++) {
      boolean known =
          location[i] >= 0 && location[i] < locations && sector[i] >= 0 && sector[i] < sectors;
      if (!known || !(share[i] >= 0) || Double.isInfinite(share[i])) {
        throw new IllegalArgumentException(
            "Cannot read shares: because entry %d is (location %d, sector %d, share %s). Give codes below %d and %d and a finite share of 0 or more."
                .formatted(i, location[i], sector[i], share[i], locations, sectors));
      }
    }
  }

  /** For each location the share-weighted sum of these sector values: the shift-share variable. */
  public double[] exposure(double[] shocks) {
    double[] sums = new double[locations];
    for (int i = 0; i < share.length; i++) {
      sums[location[i]] += share[i] * shocks[sector[i]];
    }
    return sums;
  }

  /** For each sector the share-weighted sum of these location values. */
  public double[] toSectors(double[] values) {
    double[] sums = new double[sectors];
    for (int i = 0; i < share.length; i++) {
      sums[sector[i]] += share[i] * values[location[i]];
    }
    return sums;
  }

  /** For each location the sum of its shares, 1 where complete. */
  public double[] totals() {
    double[] ones = new double[sectors];
    Arrays.fill(ones, 1);
    return exposure(ones);
  }

  /**
   * The same shares with a missing sector added for each period, which takes what a location's
   * shares lack to one (Borusyak, Hull and Jaravel 2022, section 3.2). The missing sectors come
   * last, in the order of periods.
   *
   * @param period for each location the code 0, 1, 2 … of its period
   */
  public Shares completed(int[] period) {
    int periods = Arrays.stream(period).max().orElse(0) + 1;
    double[] totals = totals();
    int n = share.length;
    int[] locationOf = Arrays.copyOf(location, n + locations);
    int[] sectorOf = Arrays.copyOf(sector, n + locations);
    double[] shareOf = Arrays.copyOf(share, n + locations);
    for (int l = 0; l < locations; l++) {
      if (totals[l] > 1 + 1e-6) {
        throw new IllegalArgumentException(
            "Cannot complete shares: because those of location %d sum to %s. Divide shares by a total that covers all sectors."
                .formatted(l, totals[l]));
      }
      locationOf[n + l] = l;
      sectorOf[n + l] = sectors + period[l];
      shareOf[n + l] = Math.max(0, 1 - totals[l]);
    }
    return new Shares(locations, sectors + periods, locationOf, sectorOf, shareOf);
  }

  /** The matrix of weighted inner products of sectors over locations. */
  double[][] gram(double[] weights) {
    int[] start = new int[locations + 1];
    for (int l : location) {
      start[l + 1]++;
    }
    for (int l = 0; l < locations; l++) {
      start[l + 1] += start[l];
    }
    int[] next = start.clone();
    int[] byLocation = new int[share.length];
    for (int i = 0; i < share.length; i++) {
      byLocation[next[location[i]]++] = i;
    }
    double[][] gram = new double[sectors][sectors];
    for (int l = 0; l < locations; l++) {
      for (int a = start[l]; a < start[l + 1]; a++) {
        double[] row = gram[sector[byLocation[a]]];
        double factor = weights[l] * share[byLocation[a]];
        for (int b = start[l]; b < start[l + 1]; b++) {
          row[sector[byLocation[b]]] += factor * share[byLocation[b]];
        }
      }
    }
    return gram;
  }
}
