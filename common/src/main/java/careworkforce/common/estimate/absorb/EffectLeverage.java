package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.Nullable;

/**
 * Leverage of rows on all effects: that of the eliminated one, and that of what it leaves of the
 * others.
 */
final class EffectLeverage {
  private final Layout layout;
  private final double @Nullable [] weights;
  private final GroupBasis basis;
  private final double[] inverse;
  private final GroupProfile profile;

  EffectLeverage(Layout layout, double @Nullable [] weights, GroupBasis basis, double[] inverse) {
    this.layout = layout;
    this.weights = weights;
    this.basis = basis;
    this.inverse = inverse;
    this.profile = new GroupProfile(layout, weights, basis);
  }

  void addTo(double[] leverage) {
    double[] row = new double[layout.columns];
    for (int group = 0; group < layout.groups(); group++) {
      profile.load(group);
      for (int i = layout.starts[group]; i < layout.starts[group + 1]; i++) {
        double weight = weights == null ? 1 : weights[i];
        int given = layout.order == null ? i : layout.order[i];
        leverage[given] += weight * (eliminated(group, i) + reduced(group, i, row));
      }
    }
  }

  private double eliminated(int group, int i) {
    if (basis.vectors == null) {
      return basis.inverse[group];
    }
    double sum = 0;
    for (double[] vector : basis.vectors) {
      sum += vector[i] * vector[i];
    }
    return sum;
  }

  private double reduced(int group, int i, double[] row) {
    int[] list = profile.list;
    for (int a = 0; a < profile.count; a++) {
      double left = 0;
      for (int k = 0; k < profile.sums.length; k++) {
        double along =
            basis.vectors == null ? Math.sqrt(basis.inverse[group]) : basis.vectors[k][i];
        left -= profile.sums[k][list[a]] * along;
      }
      row[list[a]] = left;
    }
    for (int entry = 0; entry < layout.index.length; entry++) {
      if ((layout.varying[group] >> entry & 1) != 0) {
        double[] value = layout.value[entry];
        row[layout.index[entry][i]] += value == null ? 1 : value[i];
      }
    }
    double sum = 0;
    for (int a = 0; a < profile.count; a++) {
      for (int b = 0; b < profile.count; b++) {
        sum += row[list[a]] * inverse[list[a] * layout.columns + list[b]] * row[list[b]];
      }
    }
    return sum;
  }
}
