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

  /**
   * Names of the few columns that explain most of a redundant one, the largest part first.
   *
   * @param others columns of which none is redundant, with their names
   */
  public static List<String> explaining(double[] column, double[][] others, List<String> names) {
    LeastSquares fit = LeastSquares.of(others);
    return explaining(fit, column, k -> names.get(fit.kept()[k]));
  }

  private static List<String> explaining(
      List<Prepared.Ready> columns, LeastSquares fit, List<Integer> kept, int column) {
    return explaining(fit, columns.get(column).values(), k -> columns.get(kept.get(k)).name());
  }

  private static List<String> explaining(
      LeastSquares fit, double[] column, IntFunction<String> name) {
    double[] along = fit.solve(new double[][] {column})[0];
    double[] share = new double[along.length];
    for (int k = 0; k < along.length; k++) {
      double[] other = fit.columns()[k];
      share[k] = Math.abs(along[k]) * Math.sqrt(CrossProducts.dot(other, other));
    }
    return largest(share, name);
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
