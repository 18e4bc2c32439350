package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.AbsorbOptions;
import careworkforce.common.estimate.absorb.BlockReduction;
import careworkforce.common.estimate.absorb.BlockRows;
import careworkforce.common.estimate.absorb.Blocks;
import careworkforce.common.estimate.linear.GramFactor;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Variation;

/**
 * A likelihood with the eliminated effect concentrated out: given slopes and the other effects,
 * each group's effect is where its own likelihood is greatest ({@link GroupMaximum}), so no row
 * keeps anything between iterations, and an iteration is one pass over blocks: the working residual
 * and the regressors under the working weights give the reduced system of the next step while the
 * deviance of this one is summed. A step that raises the deviance is halved.
 *
 * @param <B> a block as it is kept
 */
public final class ConcentratedLikelihood<B> {
  private static final int MOST = 500;
  private static final double TOLERANCE = 1e-11;

  private final Response response;
  private final Blocks<B> blocks;
  private final BlockRows.Reader<B> reader;
  private final int columns;
  private final int regressors;
  private final AbsorbOptions options;

  /**
   * A model whose groups each have a positive outcome and, where outcomes are binary, a zero.
   *
   * @param columns levels of all effects but the eliminated one
   * @param regressors number of regressors
   */
  public ConcentratedLikelihood(
      Response response,
      Blocks<B> blocks,
      BlockRows.Reader<B> reader,
      int columns,
      int regressors,
      AbsorbOptions options) {
    this.response = response;
    this.blocks = blocks;
    this.reader = reader;
    this.columns = columns;
    this.regressors = regressors;
    this.options = options;
  }

  /**
   * Where iteration ended.
   *
   * @param slopes of all regressors, 0 for redundant ones
   * @param effects of the reduced columns
   * @param reduction working residual and regressors under the final weights
   * @param deviance twice the log likelihood lost against a perfect fit
   * @param likelihood logarithm of the likelihood
   * @param iterations passes made
   * @param converged whether the deviance settled
   * @param perfect whether every expected outcome is 0 or 1
   * @param near rows whose binary outcome is all but certain
   */
  public record Maximum<B>(
      double[] slopes,
      double[] effects,
      BlockReduction<B> reduction,
      double deviance,
      double likelihood,
      int iterations,
      boolean converged,
      boolean perfect,
      long near) {}

  /** Finds the maximum. */
  public Maximum<B> maximise() {
    double[] slopes = new double[regressors];
    double[] effects = new double[columns];
    double[] slopeStep = new double[regressors];
    double[] effectStep = new double[columns];
    double before = Double.POSITIVE_INFINITY;
    int settled = 0;
    for (int iteration = 1; ; iteration++) {
      BlockReduction<B> reduction =
          BlockReduction.of(
              blocks,
              WorkingRows.opener(response, reader, slopes.clone(), effects.clone()),
              columns,
              regressors + 1,
              options);
      double[] sums = reduction.extras();
      double deviance = 2 * (sums[1] - sums[0]);
      boolean still = Math.abs(deviance - before) <= TOLERANCE * (0.1 + Math.abs(deviance));
      settled += still || settled > 0 ? 1 : 0;
      boolean converged = settled > 0 && response.rests(gain(reduction), deviance, settled, still);
      if (converged || iteration >= MOST) {
        double likelihood = sums[0] - sums[2];
        return new Maximum<>(
            slopes,
            effects,
            reduction,
            deviance,
            likelihood,
            iteration,
            converged,
            sums[3] == 0,
            Math.round(sums[4]));
      }
      if (deviance <= before * (1 + 1e-10) + 1e-10) {
        before = deviance;
        slopeStep = step(reduction);
        effectStep = effectStep(reduction.gamma(), slopeStep);
        plus(slopes, slopeStep, 1);
        plus(effects, effectStep, 1);
      } else {
        halve(slopes, slopeStep);
        halve(effects, effectStep);
      }
    }
  }

  /** Squares of the working residual that the next step takes out. */
  private double gain(BlockReduction<B> reduction) {
    double[] step = step(reduction);
    double[][] products = reduction.products();
    double gain = reduction.explained(0);
    for (int c = 0; c < step.length; c++) {
      gain += step[c] * products[c + 1][0];
    }
    return gain;
  }

  private double[] step(BlockReduction<B> reduction) {
    double[][] products = reduction.products();
    double[][] gram = new double[regressors][regressors];
    for (int a = 0; a < regressors; a++) {
      double whole = reduction.moments().centred(a + 1);
      boolean flat = Variation.none(whole, reduction.moments().raw(a + 1));
      boolean left = !flat && products[a + 1][a + 1] > LeastSquares.REDUNDANT * whole;
      for (int b = 0; b < regressors; b++) {
        gram[a][b] = left ? products[a + 1][b + 1] : 0;
      }
    }
    GramFactor factor = GramFactor.of(gram);
    double[][] bread = factor.bread();
    int[] kept = factor.kept();
    double[] step = new double[regressors];
    for (int a = 0; a < kept.length; a++) {
      for (int b = 0; b < kept.length; b++) {
        step[kept[a]] += bread[a][b] * products[kept[b] + 1][0];
      }
    }
    return step;
  }

  private double[] effectStep(double[] gamma, double[] slopeStep) {
    int width = regressors + 1;
    double[] step = new double[columns];
    for (int j = 0; j < columns; j++) {
      step[j] = gamma[j * width];
      for (int c = 0; c < regressors; c++) {
        step[j] -= slopeStep[c] * gamma[j * width + c + 1];
      }
    }
    return step;
  }

  private static void halve(double[] at, double[] step) {
    for (int i = 0; i < step.length; i++) {
      step[i] /= 2;
    }
    plus(at, step, -1);
  }

  private static void plus(double[] at, double[] step, double factor) {
    for (int i = 0; i < at.length; i++) {
      at[i] += factor * step[i];
    }
  }

  /** Linear predictors of a block's rows, group effects included. */
  static double[] predictors(Response response, BlockRows rows, double[] slopes, double[] effects) {
    double[] eta = new double[rows.size()];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = rows.offset(i);
    }
    for (int c = 0; c < slopes.length; c++) {
      double[] column = rows.regressors()[c];
      for (int i = 0; slopes[c] != 0 && i < eta.length; i++) {
        eta[i] += slopes[c] * column[i];
      }
    }
    for (int[] index : rows.index()) {
      for (int i = 0; i < eta.length; i++) {
        eta[i] += effects[index[i]];
      }
    }
    GroupMaximum maximum = new GroupMaximum(response, rows, eta);
    int[] starts = rows.starts();
    for (int g = 0; g + 1 < starts.length; g++) {
      double effect = maximum.effect(starts[g], starts[g + 1]);
      for (int i = starts[g]; i < starts[g + 1]; i++) {
        eta[i] += effect;
      }
    }
    return eta;
  }
}
