package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.Coefficient;
import careworkforce.common.estimate.Distributions;
import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.variance.Meat;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/** Evidence on instruments, on columns net of exogenous regressors and effects. */
final class WeakInstruments {
  /**
   * Worst-case bias, relative to least squares, that the effective F's critical value guards
   * against.
   */
  private static final double BIAS = 0.1;

  private final Prepared prepared;
  private final EstimateOptions options;
  private final VarianceEstimator variance;
  private final VarianceSpec spec;
  private final double[] y;
  private final double[][] d;
  private final double[][] z;
  private final double[][] inverse;
  private final double[][] first;
  private final double[][] unexplained;
  private final int parameters;

  WeakInstruments(
      Prepared prepared, Solved solved, VarianceEstimator variance, EstimateOptions options) {
    this.prepared = prepared;
    this.options = options;
    this.variance = variance;
    this.spec = onScores(options.variance());
    LeastSquares exogenous = LeastSquares.of(Prepared.values(prepared.exogenous));
    this.y = exogenous.residuals(new double[][] {prepared.outcome})[0];
    this.d = exogenous.residuals(Prepared.values(prepared.endogenous));
    this.z = exogenous.residuals(Prepared.values(prepared.instruments));
    LeastSquares stage = LeastSquares.of(z);
    this.inverse = stage.bread();
    this.first = stage.solve(d);
    this.unexplained = new double[d.length][];
    for (int c = 0; c < d.length; c++) {
      unexplained[c] = stage.residual(d[c], first[c]);
    }
    this.parameters =
        variance.parameters(spec, prepared.exogenous.size() + prepared.instruments.size());
  }

  /**
   * Leverage-corrected and few-cluster variances have no counterpart here; their plain kin are
   * used.
   */
  private static VarianceSpec onScores(VarianceSpec spec) {
    if (spec instanceof VarianceSpec.Hetero hetero && hetero.kind() > 1) {
      return new VarianceSpec.Hetero(1);
    }
    return spec instanceof VarianceSpec.ClusterReduced reduced
        ? VarianceSpec.cluster(reduced.column())
        : spec;
  }

  Instruments evidence(List<Coefficient> coefficients) {
    double kp = kleibergenPaap();
    List<FirstStage> stages = new ArrayList<>();
    for (int c = 0; c < d.length; c++) {
      stages.add(stage(c, kp));
    }
    TfInterval tf = null;
    if (d.length == 1 && z.length == 1) {
      String name = prepared.endogenous.get(0).name();
      Coefficient b =
          coefficients.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
      tf = TfInterval.of(b.estimate(), b.standardError(), stages.get(0).robustF());
    }
    return new Instruments(stages, andersonRubin(), overidentification(), tf);
  }

  private double[][] stageVariance(int c) {
    double[][] raw = Small.sandwich(inverse, variance.meat(spec).of(z, unexplained[c]));
    return Small.scale(raw, variance.factor(spec, parameters));
  }

  private FirstStage stage(int c, double kp) {
    double[] pi = first[c];
    double[][] matrix = stageVariance(c);
    double total = CrossProducts.dot(d[c], d[c]);
    double left = CrossProducts.dot(unexplained[c], unexplained[c]);
    int l = z.length;
    double f = (total - left) / l / (left / (prepared.rows() - plainParameters()));
    double[][] zz = CrossProducts.gram(z);
    double[][] weighted = Small.multiply(matrix, zz);
    double trace = 0;
    for (int i = 0; i < l; i++) {
      trace += weighted[i][i];
    }
    double effective = (total - left) / trace;
    double degrees = variance.degrees(spec, parameters);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < l; i++) {
      coefficients.add(
          Coefficient.of(
              prepared.instruments.get(i).name(),
              pi[i],
              Math.sqrt(matrix[i][i]),
              degrees,
              options.level()));
    }
    return new FirstStage(
        prepared.endogenous.get(c).name(),
        f,
        Small.quadraticInverse(pi, matrix) / l,
        1 - left / total,
        kp,
        effective,
        effectiveCritical(weighted, zz, trace),
        coefficients);
  }

  private int plainParameters() {
    return variance.parameters(
        new VarianceSpec.Iid(), prepared.exogenous.size() + prepared.instruments.size());
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
    int k = d.length;
    int l = z.length;
    double[][] zRoot = Small.upper(CrossProducts.gram(z));
    double[][] vRoot = Small.upper(CrossProducts.gram(unexplained));
    double[][] theta =
        Small.multiply(Small.multiply(zRoot, Small.transpose(first)), Small.inverse(vRoot));
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
    double[][] columns = LeastSquares.combine(z, Small.multiply(Small.inverse(zRoot), left));
    double[][] by = Small.multiply(Small.inverse(vRoot), Small.transpose(new double[][] {right}));
    double[] residual = LeastSquares.combine(unexplained, by)[0];
    double[] lambda = Small.multiply(Small.transpose(left), Small.multiply(theta, right));
    double rank = Small.quadraticInverse(lambda, variance.meat(spec).of(columns, residual));
    return rank / variance.factor(spec, parameters) / l;
  }

  /** Padded with zero columns, so that all left singular vectors are made. */
  private static Array2DRowRealMatrix square(double[][] theta, int size) {
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(size, size);
    matrix.setSubMatrix(theta, 0, 0);
    return matrix;
  }

  private AndersonRubin andersonRubin() {
    return new AndersonRubinSet(
            y,
            d,
            z,
            variance.meat(spec),
            variance.factor(spec, parameters),
            variance.degrees(spec, parameters))
        .test(options.level());
  }

  private @Nullable Overidentification overidentification() {
    int degrees = z.length - d.length;
    if (degrees == 0) {
      return null;
    }
    Design design = prepared.design;
    VarianceEstimator plain =
        new VarianceEstimator(
            design.size(),
            design.clusters(),
            design.numbers(),
            SmallSample.NONE,
            new ParameterCount(SmallSample.NONE, prepared.absorber, design.weights()),
            () -> new double[0]);
    Meat meat = plain.meat(spec);
    double[][] zd = CrossProducts.of(z, d);
    double[] zy = TwoStage.column(CrossProducts.of(z, new double[][] {y}));
    double[] start = gmm(zd, zy, inverse);
    double[][] moments = meat.of(z, residual(start));
    double[] best = gmm(zd, zy, Small.inverse(moments));
    double[] left = zy.clone();
    double[] fitted = Small.multiply(zd, best);
    for (int i = 0; i < left.length; i++) {
      left[i] -= fitted[i];
    }
    double statistic = Small.quadraticInverse(left, moments);
    return new Overidentification(
        spec instanceof VarianceSpec.Iid ? "Sargan" : "Hansen J",
        statistic,
        Distributions.chiUpper(statistic, degrees),
        degrees);
  }

  private static double[] gmm(double[][] zd, double[] zy, double[][] weight) {
    double[][] dz = Small.multiply(Small.transpose(zd), weight);
    return Small.multiply(Small.inverse(Small.multiply(dz, zd)), Small.multiply(dz, zy));
  }

  private double[] residual(double[] b) {
    double[] left = y.clone();
    for (int c = 0; c < d.length; c++) {
      for (int i = 0; i < left.length; i++) {
        left[i] -= b[c] * d[c][i];
      }
    }
    return left;
  }
}
