package careworkforce.common.estimate.absorb;

import careworkforce.common.error.UserError;
import org.jspecify.annotations.Nullable;

/** Everything an absorber computes that depends on the weights. */
final class Weighted {
  private final Layout layout;
  private final AbsorbOptions options;
  private final double @Nullable [] weights;
  private @Nullable ReducedSystem system;

  final GroupBasis basis;
  final Sweep sweep;
  final Diagonals diagonals;
  private final GroupSums sums;
  final double totalWeight;

  Weighted(Layout layout, double @Nullable [] original, AbsorbOptions options) {
    this.layout = layout;
    this.options = options;
    this.weights = original == null ? null : layout.arranged(original);
    this.basis = new GroupBasis(layout, weights);
    this.sweep = new Sweep(layout, weights, basis);
    this.diagonals = Diagonals.of(layout, weights, basis);
    this.sums = new ArrangedSums(layout, weights, basis, sweep, diagonals);
    double total = weights == null ? layout.rows : 0;
    for (int i = 0; weights != null && i < layout.rows; i++) {
      total += weights[i];
    }
    this.totalWeight = total;
  }

  ReducedSystem system() {
    ReducedSystem made = system;
    if (made == null) {
      made = ReducedSystems.choose(sums, options);
      system = made;
    }
    return made;
  }

  void leverage(double[] into) {
    double[] inverse = new double[0];
    if (layout.columns > 0) {
      if (layout.columns > options.denseLimit()) {
        throw UserError.usage(
            "work out leverage for HC2 or HC3",
            "the effects beside the largest have "
                + layout.columns
                + " levels, more than "
                + options.denseLimit(),
            "Use hetero or cluster variances, or absorb coarser effects");
      }
      inverse = new DenseSchur(sums).inverse();
    }
    new EffectLeverage(layout, weights, basis, inverse).addTo(into);
  }

  /**
   * Standard deviation of each column under the weights. Of one that does not vary, what rounding
   * leaves of it, or its size where no effect absorbs a constant.
   */
  double[] spread(double[][] columns) {
    double[] result = new double[columns.length];
    int[] order = layout.order;
    for (int c = 0; c < columns.length; c++) {
      double sum = 0;
      double square = 0;
      double shift = layout.rows == 0 ? 0 : columns[c][0];
      for (int i = 0; i < layout.rows; i++) {
        double w = weights == null ? 1 : weights[i];
        double v = columns[c][order == null ? i : order[i]] - shift;
        sum += w * v;
        square += w * v * v;
      }
      double mean = sum / totalWeight;
      double variance = square / totalWeight - mean * mean;
      double size = Math.abs(mean + shift);
      double rounding = 1e-24 * size * size;
      boolean left = !layout.constant && variance <= rounding;
      result[c] = left ? size : Math.sqrt(Math.max(variance, rounding));
    }
    return result;
  }

  double certificate(Sweep.Outcome outcome, double[] spread) {
    return diagonals.certificate(outcome, spread);
  }
}
