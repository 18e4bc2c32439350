package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.linear.Collinear;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.GramFactor;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.linear.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which regressors can be told apart from the effects and from one another, judged by inner
 * products.
 *
 * @param positions of those kept
 * @param names of those kept
 * @param dropped the others, with what explains them
 */
record Kept(int[] positions, List<String> names, List<Dropped> dropped) {
  /**
   * Judges regressors.
   *
   * @param gram inner products with the effects taken out
   * @param squares of each regressor about its mean
   * @param raw squares of each regressor
   */
  static Kept of(
      List<String> names,
      double[][] gram,
      IntToDoubleFunction squares,
      IntToDoubleFunction raw,
      List<String> effects) {
    List<Dropped> dropped = new ArrayList<>();
    double[][] within = new double[gram.length][gram.length];
    boolean[] explained = new boolean[gram.length];
    for (int a = 0; a < gram.length; a++) {
      boolean constant = Variation.none(squares.applyAsDouble(a), raw.applyAsDouble(a));
      double ratio = constant ? 0 : Math.max(0, gram[a][a]) / squares.applyAsDouble(a);
      explained[a] = ratio <= LeastSquares.REDUNDANT;
      if (explained[a]) {
        dropped.add(new Dropped(names.get(a), ratio, effects));
      }
    }
    for (int a = 0; a < gram.length; a++) {
      for (int b = 0; b < gram.length; b++) {
        within[a][b] = explained[a] || explained[b] ? 0 : gram[a][b];
      }
    }
    GramFactor factor = GramFactor.of(within);
    int[] kept = factor.kept();
    for (int c = 0; c < gram.length; c++) {
      int column = c;
      if (!explained[c] && IntStream.of(kept).noneMatch(k -> k == column)) {
        dropped.add(
            new Dropped(
                names.get(c), factor.ratio(c), explaining(names, within, factor.bread(), kept, c)));
      }
    }
    return new Kept(kept, IntStream.of(kept).mapToObj(names::get).toList(), dropped);
  }

  private static List<String> explaining(
      List<String> names, double[][] gram, double[][] bread, int[] kept, int column) {
    double[] products = IntStream.of(kept).mapToDouble(k -> gram[k][column]).toArray();
    double[] share = Small.multiply(bread, products);
    for (int k = 0; k < share.length; k++) {
      share[k] = Math.abs(share[k]) * Math.sqrt(gram[kept[k]][kept[k]]);
    }
    return Collinear.largest(share, k -> names.get(kept[k]));
  }

  /** The part of a matrix over the regressors kept. */
  double[][] of(double[][] matrix) {
    double[][] part = new double[positions.length][positions.length];
    for (int a = 0; a < positions.length; a++) {
      for (int b = 0; b < positions.length; b++) {
        part[a][b] = matrix[positions[a]][positions[b]];
      }
    }
    return part;
  }
}
