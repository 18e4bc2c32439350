package careworkforce.common.estimate.absorb;

import careworkforce.common.estimate.dense.CrossProducts;
import java.io.Serializable;

/** What one pass over blocks sums: all that the reduced system and its right-hand sides need. */
final class PassSums implements Serializable {
  private static final long serialVersionUID = 1L;

  final WeightedMoments moments;
  final double[][] diagonals;
  final double[] right;
  final double[][] within;
  final double[] complement;
  double[] extras = new double[0];
  long groups;
  long weighted;
  long touches;

  /**
   * Sums for some columns.
   *
   * @param dense whether the whole complement is wanted too
   */
  PassSums(int columns, int width, boolean dense) {
    moments = new WeightedMoments(width);
    diagonals = new double[3][columns];
    right = new double[columns * width];
    within = new double[width][width];
    complement = new double[dense ? columns * columns : 0];
  }

  void add(OpenRows open, int columns) {
    Layout layout = open.layout(columns);
    double[] weights = open.weights();
    GroupBasis basis = new GroupBasis(layout, weights);
    int width = within.length;
    double[][] left = new double[width][layout.rows];
    Sweep.Outcome outcome =
        new Sweep(layout, weights, basis).run(open.columns(), null, width, left);
    plus(right, outcome.sums());
    CrossProducts.addGram(within, left, weights);
    Diagonals.add(diagonals, layout, weights, basis, 0, layout.groups());
    if (complement.length > 0) {
      DenseSchur.add(complement, layout, weights, basis, 0, layout.groups());
    }
    moments.add(open);
    addExtras(open.extras());
    groups += layout.groups();
    weighted += basis.rank;
    touches += ArrangedSums.touches(layout);
  }

  void merge(PassSums other) {
    moments.merge(other.moments);
    for (int k = 0; k < diagonals.length; k++) {
      plus(diagonals[k], other.diagonals[k]);
    }
    plus(right, other.right);
    for (int c = 0; c < within.length; c++) {
      plus(within[c], other.within[c]);
    }
    plus(complement, other.complement);
    addExtras(other.extras);
    groups += other.groups;
    weighted += other.weighted;
    touches += other.touches;
  }

  private void addExtras(double[] more) {
    if (extras.length == 0) {
      extras = more.clone();
    } else if (more.length > 0) {
      plus(extras, more);
    }
  }

  static void plus(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }
}
