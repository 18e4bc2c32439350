package careworkforce.common.estimate.glm;

import careworkforce.common.estimate.absorb.Absorber;
import careworkforce.common.estimate.absorb.Absorption;
import careworkforce.common.estimate.absorb.Effect;
import careworkforce.common.estimate.linear.LeastSquares;
import careworkforce.common.estimate.linear.Variation;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood by iteratively reweighted least squares with effects absorbed in every step:
 * the working outcome and the regressors are residualised under the working weights, so the linear
 * predictor is the working outcome less the residual and effects need never be recovered (Correia,
 * Guimarães and Zylkin 2020).
 */
final class Irls {
  private static final int MOST = 500;
  private static final int HALVINGS = 60;
  private static final double TOLERANCE = 1e-11;
  private static final double LARGE = 1e4;

  private final Response response;
  private final double[] outcome;
  private final double[] prior;
  private final double[] offset;
  private final Absorber absorber;
  private double[][] columns;
  private int[] kept;
  private double[] ratios = new double[0];

  private Irls(
      Response response,
      double[] outcome,
      double[][] columns,
      double[] prior,
      double[] offset,
      Absorber absorber) {
    this.response = response;
    this.outcome = outcome;
    this.columns = columns;
    this.prior = prior;
    this.offset = offset;
    this.absorber = absorber;
    this.kept = new int[columns.length];
    Arrays.setAll(kept, i -> i);
  }

  /**
   * Where iteration ended.
   *
   * @param coefficients of the columns kept
   * @param kept positions of the columns that are not redundant
   * @param ratios share of each given column's squares left by effects and earlier columns
   * @param design the columns kept, effects taken out under the final weights
   * @param working final working weights
   * @param score working residual times working weight: times a design column, its score
   * @param bread inverse of the expected information
   * @param means expected outcomes
   * @param predictor linear predictor, offset and effects included
   */
  record Result(
      double[] coefficients,
      int[] kept,
      double[] ratios,
      double[][] design,
      double[] working,
      double[] score,
      double[][] bread,
      double[] means,
      double[] predictor,
      double deviance,
      double logLikelihood,
      int iterations,
      boolean converged,
      @Nullable Absorption absorption) {}

  /**
   * Fits; {@code columns} hold the constant where there is one.
   *
   * @param start linear predictor to start from, or null to start from the outcomes
   */
  static Result fit(
      Response response,
      double[] outcome,
      double[][] columns,
      double[] prior,
      double[] offset,
      Absorber absorber,
      double @Nullable [] start) {
    Irls irls = new Irls(response, outcome, columns, prior, offset, absorber);
    if (start != null) {
      return irls.run(start, false);
    }
    Effect largest =
        absorber.effects().stream()
            .filter(Effect::intercept)
            .max(Comparator.comparingInt(Effect::levels))
            .orElse(null);
    return response.binary() && largest != null
        ? irls.run(irls.start(largest), true)
        : irls.run(irls.start(), false);
  }

  /**
   * The information and the scores at slopes other than the maximum's, effects fitted to them.
   *
   * @param found at the maximum, over the same columns
   * @param slopes of the columns that it kept
   */
  static Result at(
      double[] slopes,
      Result found,
      Response response,
      double[] outcome,
      double[][] columns,
      double[] prior,
      double[] offset,
      Absorber absorber) {
    double[] fixed = offset.clone();
    double[][] kept =
        Arrays.stream(found.kept()).mapToObj(k -> columns[k]).toArray(double[][]::new);
    for (int c = 0; c < kept.length; c++) {
      for (int i = 0; i < fixed.length; i++) {
        fixed[i] += slopes[c] * kept[c][i];
      }
    }
    Result effects =
        fit(response, outcome, new double[0][], prior, fixed, absorber, found.predictor());
    double[][] design = absorber.residualise(kept, effects.working()).residuals();
    return new Result(
        slopes,
        found.kept(),
        found.ratios(),
        design,
        effects.working(),
        effects.score(),
        LeastSquares.of(rooted(design, effects.working())).bread(),
        effects.means(),
        effects.predictor(),
        effects.deviance(),
        effects.logLikelihood(),
        effects.iterations(),
        effects.converged(),
        effects.absorption());
  }

  private Result run(double[] start, boolean allowed) {
    int n = outcome.length;
    double[] eta = start;
    dropRedundant();
    // Unless the model allows a binary start, it may be nearer to the data than any fit, so that
    // the first step is taken whole.
    double deviance = response.binary() && !allowed ? Double.MAX_VALUE / 2 : deviance(eta);
    boolean converged = false;
    int settled = 0;
    for (int iteration = 1; ; iteration++) {
      double[] working = new double[n];
      double[] z = new double[n];
      double[] score = new double[n];
      work(eta, working, z, score);
      Absorption absorption = absorb(z, working);
      double[][] left =
          absorption == null ? Arrays.copyOf(columns, columns.length + 1) : absorption.residuals();
      double[] zLeft = absorption == null ? z : left[columns.length];
      double[][] design = Arrays.copyOf(left, columns.length);
      LeastSquares step = LeastSquares.of(rooted(design, working));
      if (step.kept().length < columns.length) {
        narrow(step);
        iteration--;
        continue;
      }
      double[] b = step.solve(rooted(new double[][] {zLeft}, working))[0];
      double[] next = predictor(b, z, zLeft, design, absorption != null);
      if (converged || iteration >= MOST) {
        return result(
            b, design, working, score, step, eta, deviance, iteration, converged, absorption);
      }
      double after = halved(eta, next, deviance);
      boolean still = Math.abs(after - deviance) <= TOLERANCE * (0.1 + Math.abs(after));
      settled += still || settled > 0 ? 1 : 0;
      converged = settled > 0 && response.rests(gain(eta, next, working), after, settled, still);
      deviance = after;
      eta = next;
    }
  }

  private Result result(
      double[] b,
      double[][] design,
      double[] working,
      double[] score,
      LeastSquares step,
      double[] eta,
      double deviance,
      int iterations,
      boolean converged,
      @Nullable Absorption absorption) {
    double[] means = new double[outcome.length];
    double likelihood = 0;
    for (int i = 0; i < means.length; i++) {
      means[i] = response.mean(response.within(eta[i]));
      likelihood += prior[i] * response.logLikelihood(outcome[i], means[i]);
    }
    return new Result(
        b,
        kept,
        ratios,
        design,
        working,
        score,
        step.bread(),
        means,
        eta,
        deviance,
        likelihood,
        iterations,
        converged,
        absorption);
  }

  /**
   * The new linear predictor. A row far from its outcome has a working outcome so large that taking
   * its residual off leaves noise; what the columns do not explain is then projected on the effects
   * once more, where such a row weighs nothing.
   */
  private double[] predictor(
      double[] b, double[] z, double[] zLeft, double[][] design, boolean effects) {
    double[] fitted = new double[z.length];
    for (int c = 0; c < b.length; c++) {
      for (int i = 0; i < z.length; i++) {
        fitted[i] += b[c] * columns[c][i];
      }
    }
    if (effects) {
      double[] explained = new double[z.length];
      double largest = 0;
      for (int i = 0; i < z.length; i++) {
        double residual = zLeft[i];
        for (int c = 0; c < b.length; c++) {
          residual -= b[c] * design[c][i];
        }
        explained[i] = z[i] - residual - fitted[i];
        largest = Math.max(largest, Math.abs(z[i]));
      }
      if (largest > LARGE) {
        double[] noise = absorber.residualise(new double[][] {explained}).residuals()[0];
        for (int i = 0; i < z.length; i++) {
          explained[i] -= noise[i];
        }
      }
      for (int i = 0; i < z.length; i++) {
        fitted[i] += explained[i];
      }
    }
    for (int i = 0; i < z.length; i++) {
      fitted[i] += offset[i];
    }
    return fitted;
  }

  private double[] start() {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < outcome.length; i++) {
      sum += prior[i] * outcome[i];
      total += prior[i];
    }
    double[] eta = new double[outcome.length];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = response.start(outcome[i], sum / total);
    }
    return eta;
  }

  /**
   * Where the likelihood of one effect alone is about greatest: at the mean outcome of each level,
   * drawn a little to that of all rows so that none is certain, and along the offset.
   */
  private double[] start(Effect effect) {
    double[] outcomes = new double[effect.levels()];
    double[] offsets = new double[effect.levels()];
    double[] weights = new double[effect.levels()];
    for (int i = 0; i < outcome.length; i++) {
      int level = effect.codes()[i];
      outcomes[level] += prior[i] * outcome[i];
      offsets[level] += prior[i] * offset[i];
      weights[level] += prior[i];
    }
    double average = Arrays.stream(outcomes).sum() / Arrays.stream(weights).sum();
    double[] eta = offset.clone();
    for (int i = 0; i < eta.length; i++) {
      int level = effect.codes()[i];
      double mean = (outcomes[level] + average) / (weights[level] + 1);
      eta[i] += response.link(mean) - offsets[level] / weights[level];
    }
    return eta;
  }

  private void work(double[] eta, double[] working, double[] z, double[] score) {
    for (int i = 0; i < eta.length; i++) {
      double at = response.within(eta[i]);
      double mean = response.mean(at);
      double slope = response.slope(at);
      double variance = response.variance(mean);
      working[i] = prior[i] * slope * slope / variance;
      double residual = (outcome[i] - mean) / slope;
      z[i] = eta[i] - offset[i] + residual;
      score[i] = prior[i] * (outcome[i] - mean) * slope / variance;
    }
  }

  private @Nullable Absorption absorb(double[] z, double[] working) {
    if (absorber.isEmpty()) {
      return null;
    }
    double[][] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = z;
    return absorber.residualise(all, working);
  }

  /** Halves the step towards {@code next}, in place, until the deviance does not rise. */
  private double halved(double[] eta, double[] next, double before) {
    double after = deviance(next);
    for (int h = 0; h < HALVINGS && !(after <= before * (1 + 1e-10) + 1e-10); h++) {
      for (int i = 0; i < eta.length; i++) {
        next[i] = (next[i] + eta[i]) / 2;
      }
      after = deviance(next);
    }
    return after;
  }

  private static double gain(double[] eta, double[] next, double[] working) {
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      sum += working[i] * (next[i] - eta[i]) * (next[i] - eta[i]);
    }
    return sum;
  }

  private double deviance(double[] eta) {
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      sum += prior[i] * response.deviance(outcome[i], response.mean(response.within(eta[i])));
    }
    return sum;
  }

  /**
   * Drops columns that the effects, or the columns before them, explain under prior weights. What
   * effects leave is measured by the squares about the mean where they absorb that.
   */
  private void dropRedundant() {
    boolean centred = absorber.effects().stream().anyMatch(Effect::intercept);
    double[][] left =
        absorber.isEmpty() ? columns : absorber.residualise(columns, prior).residuals();
    double[][] rooted = rooted(left, prior);
    ratios = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      double raw = centred ? Variation.about(columns[c], prior) : squares(columns[c], prior);
      ratios[c] = raw > 0 ? squares(left[c], prior) / raw : 0;
      if (ratios[c] <= LeastSquares.REDUNDANT) {
        rooted[c] = new double[outcome.length];
      }
    }
    LeastSquares fit = LeastSquares.of(rooted);
    for (int c = 0; c < columns.length; c++) {
      ratios[c] = Math.min(ratios[c], fit.ratio(c));
    }
    narrow(fit);
  }

  private void narrow(LeastSquares fit) {
    int[] now = fit.kept();
    columns = Arrays.stream(now).mapToObj(c -> columns[c]).toArray(double[][]::new);
    kept = Arrays.stream(now).map(c -> kept[c]).toArray();
  }

  static double[][] rooted(double[][] columns, double[] weights) {
    double[][] rooted = new double[columns.length][weights.length];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < weights.length; i++) {
        rooted[c][i] = columns[c][i] * Math.sqrt(weights[i]);
      }
    }
    return rooted;
  }

  private static double squares(double[] v, double[] weights) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += weights[i] * v[i] * v[i];
    }
    return sum;
  }
}
