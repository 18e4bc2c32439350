package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.data.NamedColumn;
import careworkforce.common.estimate.linear.Small;
import java.util.Arrays;
import java.util.List;

/** Rows by stratum, and the maximum of their conditional likelihood by Newton's method. */
final class Strata {
  private static final int MOST = 200;
  private static final double TOLERANCE = 1e-13;

  private final int[][] rows;
  private final double[][] x;
  private final double[] offset;
  private final double[] outcome;

  private Strata(int[][] rows, double[][] x, double[] offset, double[] outcome) {
    this.rows = rows;
    this.x = x;
    this.offset = offset;
    this.outcome = outcome;
  }

  /**
   * Where the likelihood is highest.
   *
   * @param bread inverse of the information
   * @param step of Newton's method from there, nothing at a maximum
   */
  record Maximum(
      double[] coefficients,
      double[][] bread,
      double[] step,
      double logLikelihood,
      int iterations,
      boolean converged) {}

  static Strata of(Design design, List<NamedColumn> columns) {
    Effect effect = design.effects().get(0);
    int[] size = new int[effect.levels()];
    for (int code : effect.codes()) {
      size[code]++;
    }
    int[][] rows = Arrays.stream(size).mapToObj(int[]::new).toArray(int[][]::new);
    for (int i = design.size() - 1; i >= 0; i--) {
      int level = effect.codes()[i];
      rows[level][--size[level]] = i;
    }
    double[][] x = columns.stream().map(c -> centred(c.values())).toArray(double[][]::new);
    double[] offset = design.offset();
    return new Strata(
        rows, x, offset == null ? new double[design.size()] : offset, design.outcome().values());
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }

  /** First row of each stratum. */
  int[] firstRows() {
    return Arrays.stream(rows).mapToInt(r -> r[0]).toArray();
  }

  Maximum maximum() {
    double[] b = new double[x.length];
    ConditionalLikelihood at = likelihood(b);
    boolean converged = false;
    int iteration = 0;
    while (!converged && iteration < MOST) {
      iteration++;
      double[] step = Small.multiply(Small.inverse(at.information), at.gradient);
      ConditionalLikelihood next = at;
      double[] tried = b;
      double share = 1;
      for (int h = 0; h < 40; h++, share /= 2) {
        tried = moved(b, step, share);
        next = likelihood(tried);
        if (next.logLikelihood >= at.logLikelihood - TOLERANCE * Math.abs(at.logLikelihood)) {
          break;
        }
      }
      double gain = 0;
      for (int c = 0; c < b.length; c++) {
        gain += step[c] * at.gradient[c];
      }
      converged = gain <= TOLERANCE * (1 + Math.abs(at.logLikelihood));
      b = tried;
      at = next;
    }
    boolean bounded = at.logLikelihood < -1e-9;
    double[][] bread = Small.inverse(at.information);
    return new Maximum(
        b,
        bread,
        Small.multiply(bread, at.gradient),
        at.logLikelihood,
        iteration,
        converged && bounded);
  }

  /** The widest range of each regressor within a stratum. */
  double[] ranges() {
    return Arrays.stream(x).mapToDouble(c -> MonotoneLikelihood.range(c, rows)).toArray();
  }

  /** Score of each stratum, one array a coefficient. */
  double[][] scores(double[] b) {
    double[] index = index(b);
    double[][] scores = new double[b.length][rows.length];
    for (int s = 0; s < rows.length; s++) {
      ConditionalLikelihood alone = new ConditionalLikelihood(b.length);
      alone.add(rows[s], x, index, outcome);
      for (int c = 0; c < b.length; c++) {
        scores[c][s] = alone.gradient[c];
      }
    }
    return scores;
  }

  private ConditionalLikelihood likelihood(double[] b) {
    double[] index = index(b);
    ConditionalLikelihood all = new ConditionalLikelihood(b.length);
    for (int[] stratum : rows) {
      all.add(stratum, x, index, outcome);
    }
    return all;
  }

  private double[] index(double[] b) {
    double[] index = offset.clone();
    for (int c = 0; c < b.length; c++) {
      for (int i = 0; i < index.length; i++) {
        index[i] += b[c] * x[c][i];
      }
    }
    return index;
  }

  private static double[] moved(double[] b, double[] step, double share) {
    double[] moved = b.clone();
    for (int c = 0; c < b.length; c++) {
      moved[c] += share * step[c];
    }
    return moved;
  }
}
