package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.absorb.WeightedMoments;
import careworkforce.common.estimate.linear.Collinear;
import careworkforce.common.estimate.linear.Dropped;
import careworkforce.common.estimate.linear.GramFactor;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.linear.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns can be told apart from the effects and from one another, judged by inner products.
 * Columns are counted from 1, the outcome being 0.
 */
final class Kept {
  private final List<String> names;
  private final double[][] products;
  private final boolean[] explained;
  private final List<Dropped> dropped = new ArrayList<>();

  /**
   * Judges columns by themselves.
   *
   * @param names of the columns after the outcome
   * @param products inner products with the effects taken out, outcome first
   * @param moments of the columns before that
   * @param effects that were taken out
   */
  Kept(List<String> names, double[][] products, WeightedMoments moments, List<String> effects) {
    this.names = names;
    this.products = products;
    this.explained = new boolean[products.length];
    for (int c = 1; c < products.length; c++) {
      boolean constant = Variation.none(moments.centred(c), moments.raw(c));
      double ratio = constant ? 0 : Math.max(0, products[c][c]) / moments.centred(c);
      explained[c] = ratio <= LeastSquares.REDUNDANT;
      if (explained[c]) {
        dropped.add(new Dropped(name(c), ratio, effects));
      }
    }
  }

  /** Columns that the effects do not explain. */
  int[] varying(int[] columns) {
    return Arrays.stream(columns).filter(c -> !explained[c]).toArray();
  }

  /**
   * Columns that vary beyond the effects and are not collinear with those before, nor with those
   * among them that come first.
   */
  int[] among(int[] before, int[] candidates) {
    int[] all =
        IntStream.concat(Arrays.stream(before), Arrays.stream(varying(candidates))).toArray();
    double[][] gram = Small.part(products, all, all);
    GramFactor factor = GramFactor.of(gram);
    int[] kept = factor.kept();
    for (int c = 0; c < all.length; c++) {
      if (Arrays.binarySearch(kept, c) < 0) {
        dropped.add(new Dropped(name(all[c]), factor.ratio(c), explaining(all, gram, factor, c)));
      }
    }
    return Arrays.stream(kept).filter(k -> k >= before.length).map(k -> all[k]).toArray();
  }

  private List<String> explaining(int[] all, double[][] gram, GramFactor factor, int column) {
    int[] kept = factor.kept();
    double[] products = Arrays.stream(kept).mapToDouble(k -> gram[k][column]).toArray();
    double[] share = Small.multiply(factor.bread(), products);
    for (int k = 0; k < share.length; k++) {
      share[k] = Math.abs(share[k]) * Math.sqrt(gram[kept[k]][kept[k]]);
    }
    return Collinear.largest(share, k -> name(all[kept[k]]));
  }

  private String name(int column) {
    return names.get(column - 1);
  }

  List<String> names(int[] columns) {
    return Arrays.stream(columns).mapToObj(this::name).toList();
  }

  /** Columns left out so far, with what explains them. */
  List<Dropped> dropped() {
    return dropped;
  }
}
