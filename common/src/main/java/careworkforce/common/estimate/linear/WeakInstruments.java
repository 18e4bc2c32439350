package careworkforce.common.estimate.linear;

import careworkforce.common.error.UserError;
import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * Evidence on instruments from moments and scores net of exogenous regressors and effects: first
 * stages, Kleibergen and Paap's rank statistic, Montiel Olea and Pflueger's effective F, Anderson
 * and Rubin's set, tF, and overidentification.
 */
public final class WeakInstruments {
  /**
   * Worst-case bias, relative to least squares, that the effective F's critical value guards
   * against.
   */
  private static final double BIAS = 0.1;

  private final StageMoments moments;
  private final StageScores scores;

  private final StageInference inference;
  private final Whitening whitening;
  private final int regressors;
  private final int surplus;
  private boolean repaired;

  /** Evidence for one model. */
  public WeakInstruments(StageMoments moments, StageScores scores, StageInference inference) {
    this.moments = moments;
    this.scores = scores;
    this.inference = inference;
    this.whitening = new Whitening(moments.squares());
    this.regressors = moments.endogenous().size();
    this.surplus = moments.instruments().size() - regressors;
  }

  /**
   * All of it; the model's coefficients are for the tF interval.
   *
   * @throws UserError if the instruments explain all of an endogenous regressor
   */
  public Instruments evidence(List<Coefficient> coefficients) {
    for (int c = 0; c < regressors; c++) {
      double left = moments.residuals()[c + 1][c + 1];
      KClass.requireSomethingLeft(
          moments.endogenous().get(c), moments.instruments(), explained(c) + left, left);
    }
    double kp = kleibergenPaap();
    List<FirstStage> stages = new ArrayList<>();
    for (int c = 0; c < regressors; c++) {
      stages.add(stage(c, kp));
    }
    TfInterval tf = null;
    if (regressors == 1 && surplus == 0) {
      String name = moments.endogenous().get(0);
      Coefficient b =
          coefficients.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
      tf = TfInterval.of(b.estimate(), b.standardError(), stages.get(0).robustF());
    }
    AndersonRubin test =
        new AndersonRubinSet(moments, scores, inference.factor(), inference.degrees())
            .test(inference.level());
    Overidentification surplusTest = overidentification();
    return new Instruments(stages, test, surplusTest, tf, notes(stages, test, surplusTest));
  }

  /** What was repaired or cannot be worked out, in sentences. */
  private List<String> notes(
      List<FirstStage> stages, AndersonRubin test, @Nullable Overidentification agreement) {
    List<String> notes = new ArrayList<>();
    if (repaired) {
      notes.add("A first stage's variance had negative eigenvalues; they were set to zero.");
    }
    boolean without =
        stages.stream().anyMatch(s -> Double.isNaN(s.robustF() + s.kleibergenPaapF()))
            || test.shape().equals(AndersonRubin.NOT_COMPUTABLE)
            || Double.isNaN(test.statistic())
            || agreement != null && Double.isNaN(agreement.statistic());
    if (without) {
      notes.add(
          "Not computable: tests that would invert a variance of the instruments which is singular"
              + " or has negative eigenvalues. Use fewer instruments than clusters, and cluster one"
              + " way.");
    }
    return notes;
  }

  /** A combination of residuals that takes the outcome's out and some of the first stages'. */
  private double[] ofStages(double[] factors) {
    double[] combination = new double[regressors + 1];
    System.arraycopy(factors, 0, combination, 1, regressors);
    return combination;
  }

  private double[][] stageVariance(int c) {
    double[] one = new double[regressors];
    one[c] = 1;
    double[][] raw = Small.sandwich(moments.inverse(), scores.meat(ofStages(one)));
    return Small.scale(raw, inference.factor());
  }

  private double explained(int c) {
    double[] pi = moments.first()[c];
    return Small.dot(pi, Small.multiply(moments.squares(), pi));
  }

  private FirstStage stage(int c, double kp) {
    double[] pi = moments.first()[c];
    double[][] raw = stageVariance(c);
    double[][] matrix = Small.nonNegative(raw);
    repaired |= matrix != raw;
    double[][] zz = moments.squares();
    double explained = explained(c);
    double left = moments.residuals()[c + 1][c + 1];
    int l = pi.length;
    double[][] weighted = Small.multiply(matrix, zz);
    double trace = 0;
    for (int i = 0; i < l; i++) {
      trace += weighted[i][i];
    }
    return new FirstStage(
        moments.endogenous().get(c),
        explained / l / (left / inference.residualDegrees()),
        whitening.invertible(raw) ? Small.quadraticInverse(pi, matrix) / l : Double.NaN,
        explained / (explained + left),
        kp,
        trace > 0 ? explained / trace : Double.NaN,
        trace > 0 ? effectiveCritical(weighted, zz, trace) : Double.NaN,
        coefficients(pi, matrix));
  }

  private List<Coefficient> coefficients(double[] pi, double[][] matrix) {
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < pi.length; i++) {
      coefficients.add(
          Coefficient.of(
              moments.instruments().get(i),
              pi[i],
              matrix[i][i] > 0 ? Math.sqrt(matrix[i][i]) : Double.NaN,
              inference.degrees(),
              inference.level()));
    }
    return coefficients;
  }

  /** Patnaik's approximation with the conservative bound, as in weakivtest. */
  private static double effectiveCritical(double[][] weighted, double[][] zz, double trace) {
    double[][] root = Small.upper(zz);
    double[][] matrix = Small.multiply(Small.multiply(root, weighted), Small.inverse(root));
    double squares = 0;
    double largest = 0;
    for (double value : Small.eigen(matrix).getRealEigenvalues()) {
      squares += value * value;
      largest = Math.max(largest, value);
    }
    double x = 1 / BIAS;
    double degrees = trace * trace * (1 + 2 * x) / (squares + 2 * x * trace * largest);
    return Distributions.noncentralChiQuantile(0.95, degrees, x * degrees) / degrees;
  }

  /** Robust rank statistic of the first stage as an F, as ivreg2 reports it. */
  private double kleibergenPaap() {
    int k = regressors;
    int l = k + surplus;
    double[][] zRoot = Small.upper(moments.squares());
    double[][] vRoot = Small.upper(moments.unexplained());
    double[][] theta =
        Small.multiply(
            Small.multiply(zRoot, Small.transpose(moments.first())), Small.inverse(vRoot));
    SingularValueDecomposition svd = new SingularValueDecomposition(square(theta, l));
    double[] right = new double[k];
    for (int i = 0; i < k; i++) {
      right[i] = svd.getV().getEntry(i, k - 1);
    }
    double[][] left = new double[l][l - k + 1];
    for (int i = 0; i < l; i++) {
      for (int j = k - 1; j < l; j++) {
        left[i][j - k + 1] = svd.getU().getEntry(i, j);
      }
    }
    double[][] columns = Small.multiply(Small.inverse(zRoot), left);
    double[][] meat = scores.meat(ofStages(Small.multiply(Small.inverse(vRoot), right)));
    double[] lambda = Small.multiply(Small.transpose(left), Small.multiply(theta, right));
    double[][] spread = Small.sandwich(Small.transpose(columns), meat);
    return Whitening.definite(spread)
        ? Small.quadraticInverse(lambda, spread) / inference.factor() / l
        : Double.NaN;
  }

  /** Padded with zero columns, so that all left singular vectors are made. */
  private static Array2DRowRealMatrix square(double[][] theta, int size) {
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(size, size);
    matrix.setSubMatrix(theta, 0, 0);
    return matrix;
  }

  private @Nullable Overidentification overidentification() {
    if (surplus == 0) {
      return null;
    }
    double[][] meat = scores.structural();
    String name = inference.equalVariances() ? "Sargan" : "Hansen J";
    if (!whitening.invertibleMeat(meat)) {
      return new Overidentification(name, Double.NaN, Double.NaN, surplus);
    }
    double[] best = moments.weightedBy(Small.inverse(meat));
    double[] left = moments.withOutcome();
    double[] fitted = Small.multiply(moments.withEndogenous(), best);
    for (int i = 0; i < left.length; i++) {
      left[i] -= fitted[i];
    }
    double statistic = Small.quadraticInverse(left, meat);
    return new Overidentification(
        name, statistic, Distributions.chiUpper(statistic, surplus), surplus);
  }
}
