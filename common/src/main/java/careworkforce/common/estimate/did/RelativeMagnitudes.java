package careworkforce.common.estimate.did;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.linear.Small;
import java.util.ArrayList;
import java.util.List;

/**
 * Sensitivity to trends that differ as before: from period to period after treatment the difference
 * in trends may change by at most M times its largest change before (Rambachan and Roth 2023,
 * Delta-RM).
 *
 * <p>Gives the values not rejected by the conditional and least favourable hybrid test of Andrews,
 * Roth and Pakes (2023), their recommendation for this restriction; the union over which change
 * before was the largest, and its sign. Fixed-length intervals are not consistent here. Found on a
 * grid that reaches 20 standard errors and the estimated largest drift each way, its ends by
 * bisection.
 */
public final class RelativeMagnitudes {
  private static final int GRID = 400;
  private static final double REACH = 20;

  private final HonestInput input;
  private final double size;
  private final long seed;

  private RelativeMagnitudes(HonestInput input, double size, long seed) {
    this.input = input;
    this.size = size;
    this.seed = seed;
  }

  /**
   * Prepares the analysis of a weighted sum of the effects after treatment.
   *
   * @param target its weights, one for each effect from treatment on
   * @param size one less the level, such as 0.05
   * @param seed of the first stage's simulated critical value
   */
  public static RelativeMagnitudes of(EventPath path, double[] target, double size, long seed) {
    return new RelativeMagnitudes(HonestInput.of(path, target), size, seed);
  }

  /** The set when changes are at most a multiple of the largest before treatment. */
  public HonestSet interval(double multiple) {
    if (!(multiple >= 0)) {
      throw UserError.usage(
          "let trends change by " + multiple + " times their changes before",
          "the multiple is negative",
          "Give a multiple of 0 or more");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int largest = 0; largest < input.before(); largest++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] ends = new Piece(multiple, largest, sign).ends();
        low = Math.min(low, ends[0]);
        high = Math.max(high, ends[1]);
      }
    }
    return new HonestSet(multiple, low, high, "conditional-LF hybrid");
  }

  /** How far from the estimate values are looked at. */
  private double reach(double multiple) {
    double largest = 0;
    for (int t = 0; t < input.before(); t++) {
      double next = t + 1 < input.before() ? input.effects()[t + 1] : 0;
      largest = Math.max(largest, Math.abs(next - input.effects()[t]));
    }
    double drift = 0;
    for (int t = 0; t < input.after(); t++) {
      drift += Math.abs(input.target()[t]) * (t + 1) * multiple * largest;
    }
    return REACH * Math.sqrt(input.targetVariance()) + 1.5 * drift;
  }

  /** The restriction when the largest change before treatment is known, and its sign. */
  private final class Piece {
    private final double[][] rows;
    private final double[] along;
    private final MomentTest test;
    private final double multiple;

    Piece(double multiple, int largest, int sign) {
      this.multiple = multiple;
      int before = input.before();
      int after = input.after();
      rows = new double[2 * after][];
      for (int t = 0; t < after; t++) {
        for (int side = 0; side < 2; side++) {
          double[] row = new double[before + after];
          difference(row, before + t, side == 0 ? 1 : -1);
          difference(row, largest, -multiple * sign);
          rows[2 * t + side] = row;
        }
      }
      int pivot = 0;
      double[] target = input.target();
      for (int t = 1; t < after; t++) {
        pivot = Math.abs(target[t]) > Math.abs(target[pivot]) ? t : pivot;
      }
      along = column(before + pivot, 1 / target[pivot]);
      List<double[]> nuisance = new ArrayList<>();
      for (int t = 0; t < after; t++) {
        if (t != pivot) {
          double[] own = column(before + t, 1);
          double[] compensating = column(before + pivot, target[t] / target[pivot]);
          for (int i = 0; i < own.length; i++) {
            own[i] -= compensating[i];
          }
          nuisance.add(own);
        }
      }
      test = new MomentTest(Small.sandwich(rows, input.variance()), nuisance, size, seed);
    }

    /** Adds the change of the trend after a period, counted from the first; 0 at the reference. */
    private void difference(double[] row, int period, double factor) {
      int before = input.before();
      int later = period + 1;
      if (period != before) {
        row[period < before ? period : period - 1] -= factor;
      }
      if (later != before) {
        row[later < before ? later : later - 1] += factor;
      }
    }

    private double[] column(int effect, double factor) {
      double[] column = new double[rows.length];
      for (int r = 0; r < column.length; r++) {
        column[r] = factor * rows[r][effect];
      }
      return column;
    }

    private boolean accepts(double value) {
      double[] moments = Small.multiply(rows, input.effects());
      for (int r = 0; r < moments.length; r++) {
        moments[r] -= along[r] * value;
      }
      return !test.rejects(moments);
    }

    private double[] ends() {
      double step = 2 * reach(multiple) / GRID;
      double start = input.estimate() - step * GRID / 2;
      int first = -1;
      int last = -1;
      for (int g = 0; g <= GRID; g++) {
        if (accepts(start + g * step)) {
          first = first < 0 ? g : first;
          last = g;
        }
      }
      if (first < 0) {
        return new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
      }
      return new double[] {
        first == 0 ? Double.NEGATIVE_INFINITY : edge(start + first * step, -step),
        last == GRID ? Double.POSITIVE_INFINITY : edge(start + last * step, step)
      };
    }

    private double edge(double inside, double step) {
      double in = 0;
      double out = 1;
      for (int round = 0; round < 30; round++) {
        double middle = (in + out) / 2;
        if (accepts(inside + middle * step)) {
          in = middle;
        } else {
          out = middle;
        }
      }
      return inside + in * step;
    }
  }
}
