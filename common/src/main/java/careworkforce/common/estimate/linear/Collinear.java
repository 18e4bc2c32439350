package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.dense.CrossProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Says with what a redundant column is collinear. */
public final class Collinear {
  private static final int NAMED = 3;

  private Collinear() {}

  /** Columns that a factorisation left out, each with those that explain most of it. */
  static List<Dropped> among(List<Prepared.Ready> columns, LeastSquares fit) {
    List<Integer> kept = IntStream.of(fit.kept()).boxed().toList();
    List<Dropped> dropped = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      if (!kept.contains(c)) {
        dropped.add(
            new Dropped(columns.get(c).name(), fit.ratio(c), explaining(columns, fit, kept, c)));
      }
    }
    return dropped;
  }

  private static List<String> explaining(
      List<Prepared.Ready> columns, LeastSquares fit, List<Integer> kept, int column) {
    double[] along = fit.solve(new double[][] {columns.get(column).values()})[0];
    double[] share = new double[along.length];
    for (int k = 0; k < along.length; k++) {
      double[] other = fit.columns()[k];
      share[k] = Math.abs(along[k]) * Math.sqrt(CrossProducts.dot(other, other));
    }
    return largest(share, k -> columns.get(kept.get(k)).name());
  }

  /**
   * Names of the few columns with the largest shares, largest first, without those of no account.
   *
   * @param share of each column in what is explained
   */
  public static List<String> largest(double[] share, IntFunction<String> name) {
    double threshold = 1e-6 * Arrays.stream(share).max().orElse(0);
    return IntStream.range(0, share.length)
        .boxed()
        .filter(k -> share[k] > threshold)
        .sorted(Comparator.<Integer>comparingDouble(k -> -share[k]))
        .limit(NAMED)
        .map(name::apply)
        .toList();
  }
}
