package careworkforce.common.estimate.absorb;

import org.jspecify.annotations.Nullable;

/**
 * The distinct reduced columns that one group touches, and their weighted sums along the group's
 * basis.
 */
final class GroupProfile {
  private final Layout layout;
  private final double @Nullable [] weights;
  private final GroupBasis basis;
  private final int[] stamp;

  /** Reduced columns of the group, the first {@link #count} of them. */
  int[] list = new int[16];

  int count;

  /** Sums by basis vector and reduced column, valid for the columns in the list. */
  final double[][] sums;

  GroupProfile(Layout layout, double @Nullable [] weights, GroupBasis basis) {
    this.layout = layout;
    this.weights = weights;
    this.basis = basis;
    this.stamp = new int[layout.columns];
    this.sums = new double[basis.vectors == null ? 1 : basis.vectors.length][layout.columns];
  }

  void load(int group) {
    count = 0;
    for (int entry = 0; entry < layout.index.length; entry++) {
      if ((layout.varying[group] >> entry & 1) != 0) {
        loadEntry(group, layout.index[entry], layout.value[entry]);
      }
    }
    if (basis.vectors == null) {
      double root = Math.sqrt(basis.inverse[group]);
      for (int a = 0; a < count; a++) {
        sums[0][list[a]] *= root;
      }
    }
  }

  private void loadEntry(int group, int[] index, double @Nullable [] value) {
    int to = layout.starts[group + 1];
    for (int i = layout.starts[group]; i < to; i++) {
      enlist(index[i], group + 1);
    }
    if (basis.vectors == null) {
      addPlain(sums[0], index, value, layout.starts[group], to);
      return;
    }
    for (int k = 0; k < sums.length; k++) {
      double[] vector = basis.vectors[k];
      for (int i = layout.starts[group]; i < to; i++) {
        double factor = (weights == null ? 1 : weights[i]) * (value == null ? 1 : value[i]);
        sums[k][index[i]] += factor * vector[i];
      }
    }
  }

  private void enlist(int column, int mark) {
    if (stamp[column] == mark) {
      return;
    }
    stamp[column] = mark;
    if (count == list.length) {
      list = java.util.Arrays.copyOf(list, 2 * count);
    }
    list[count++] = column;
    for (double[] sum : sums) {
      sum[column] = 0;
    }
  }

  private void addPlain(double[] sum, int[] index, double @Nullable [] value, int from, int to) {
    if (value != null) {
      for (int i = from; i < to; i++) {
        sum[index[i]] += weights == null ? value[i] : weights[i] * value[i];
      }
    } else if (weights != null) {
      for (int i = from; i < to; i++) {
        sum[index[i]] += weights[i];
      }
    } else {
      for (int i = from; i < to; i++) {
        sum[index[i]] += 1;
      }
    }
  }
}
