package careworkforce.common.estimate.absorb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagonals of the reduced system, which need one cheap pass.
 *
 * @param before diagonal of D'W D over the groups in which the entry varies
 * @param schur diagonal of the Schur complement; 0 where elimination leaves nothing
 * @param weight total weight behind each reduced column, by which sums become means
 */
record Diagonals(double[] before, double[] schur, double[] weight) {
  /** Below this share of its diagonal before elimination, a column has nothing left. */
  static final double NEGLIGIBLE = 1e-11;

  static Diagonals of(Layout layout, double @Nullable [] weights, GroupBasis basis) {
    Chunks chunks = Chunks.of(layout.starts, 32L * layout.columns);
    List<double[][]> parts =
        chunks.map(
            chunk -> {
              double[][] sums = new double[3][layout.columns];
              add(sums, layout, weights, basis, chunks.bounds[chunk], chunks.bounds[chunk + 1]);
              return sums;
            });
    return of(
        Chunks.sum(parts.stream().map(part -> part[0]).toList()),
        Chunks.sum(parts.stream().map(part -> part[1]).toList()),
        Chunks.sum(parts.stream().map(part -> part[2]).toList()));
  }

  /** Largest group mean that a pass left in any column, relative to the column's spread. */
  double certificate(Sweep.Outcome outcome, double[] spread) {
    int width = spread.length;
    double worst = 0;
    for (int c = 0; c < width; c++) {
      double largest = outcome.largestMean()[c];
      for (int j = 0; j < weight.length; j++) {
        if (weight[j] > 0) {
          largest = Math.max(largest, Math.abs(outcome.sums()[j * width + c]) / weight[j]);
        }
      }
      worst = Math.max(worst, spread[c] > 0 ? largest / spread[c] : 0);
    }
    return worst;
  }

  /** From the three rows of sums that {@link #add} makes, which this overwrites. */
  static Diagonals of(double[] before, double[] schur, double[] weight) {
    for (int j = 0; j < schur.length; j++) {
      schur[j] = schur[j] > NEGLIGIBLE * before[j] ? schur[j] : 0;
      weight[j] = Math.sqrt(before[j] * weight[j]);
    }
    return new Diagonals(before, schur, weight);
  }

  /** Adds some groups' sums before and after elimination, and weights, to three rows of sums. */
  static void add(
      double[][] sums,
      Layout layout,
      double @Nullable [] weights,
      GroupBasis basis,
      int from,
      int to) {
    GroupProfile profile = new GroupProfile(layout, weights, basis);
    for (int group = from; group < to; group++) {
      profile.load(group);
      for (int entry = 0; entry < layout.index.length; entry++) {
        if ((layout.varying[group] >> entry & 1) != 0) {
          direct(layout, weights, group, entry, sums);
        }
      }
      for (int a = 0; a < profile.count; a++) {
        int column = profile.list[a];
        for (double[] along : profile.sums) {
          sums[1][column] -= along[column] * along[column];
        }
      }
    }
  }

  private static void direct(
      Layout layout, double @Nullable [] weights, int group, int entry, double[][] sums) {
    int[] index = layout.index[entry];
    double[] value = layout.value[entry];
    for (int i = layout.starts[group]; i < layout.starts[group + 1]; i++) {
      double weight = weights == null ? 1 : weights[i];
      double square = value == null ? weight : weight * value[i] * value[i];
      sums[0][index[i]] += square;
      sums[1][index[i]] += square;
      sums[2][index[i]] += weight;
    }
  }
}
