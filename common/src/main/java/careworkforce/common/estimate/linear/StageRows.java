package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.EstimateOptions;
import careworkforce.common.estimate.data.Design;
import careworkforce.common.estimate.dense.CrossProducts;
import careworkforce.common.estimate.variance.Meat;
import careworkforce.common.estimate.variance.ParameterCount;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Optional;

/** First stages and reduced form worked out on rows that are all here. */
final class StageRows implements StageScores {
  private final Prepared prepared;
  private final VarianceEstimator variance;
  private final VarianceSpec spec;
  private final double[] y;
  private final double[][] d;
  private final double[][] z;
  private final double[][] residuals;
  private final StageMoments moments;

  StageRows(Prepared prepared, VarianceEstimator variance, EstimateOptions options) {
    this.prepared = prepared;
    this.variance = variance;
    this.spec = onScores(options.variance());
    LeastSquares exogenous = LeastSquares.of(Prepared.values(prepared.exogenous));
    this.y = exogenous.residuals(new double[][] {prepared.outcome})[0];
    this.d = exogenous.residuals(Prepared.values(prepared.endogenous));
    this.z = exogenous.residuals(Prepared.values(prepared.instruments));
    LeastSquares stage = LeastSquares.of(z);
    double[] reduced = stage.solve(new double[][] {y})[0];
    double[][] first = stage.solve(d);
    this.residuals = new double[d.length + 1][];
    residuals[0] = stage.residual(y, reduced);
    for (int c = 0; c < d.length; c++) {
      residuals[c + 1] = stage.residual(d[c], first[c]);
    }
    this.moments =
        new StageMoments(
            Prepared.names(prepared.endogenous),
            Prepared.names(prepared.instruments),
            CrossProducts.gram(z),
            stage.bread(),
            first,
            reduced,
            CrossProducts.gram(residuals));
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

  StageMoments moments() {
    return moments;
  }

  /** That another variance than the fit's stands behind the evidence, where it does. */
  Optional<String> note(VarianceSpec asked) {
    return spec.equals(asked)
        ? Optional.empty()
        : Optional.of(
            "First stages and tests of the instruments are under "
                + spec.text()
                + ": "
                + asked.text()
                + " has no counterpart there.");
  }

  StageInference inference(double level) {
    int coefficients = prepared.exogenous.size() + prepared.instruments.size();
    int parameters = variance.parameters(spec, coefficients);
    return new StageInference(
        variance.factor(spec, parameters),
        variance.degrees(spec, parameters),
        prepared.design.observations() - variance.parameters(new VarianceSpec.Iid(), coefficients),
        spec instanceof VarianceSpec.Iid,
        level);
  }

  @Override
  public double[][] meat(double[] combination) {
    double[] residual = new double[y.length];
    for (int c = 0; c < combination.length; c++) {
      double factor = combination[c];
      double[] one = residuals[c];
      for (int i = 0; factor != 0 && i < residual.length; i++) {
        residual[i] += factor * one[i];
      }
    }
    return variance.meat(spec).of(z, residual);
  }

  @Override
  public double[][] structural() {
    double[] b = moments.twoStage();
    double[] left = y.clone();
    for (int c = 0; c < d.length; c++) {
      for (int i = 0; i < left.length; i++) {
        left[i] -= b[c] * d[c][i];
      }
    }
    return plain().of(z, left);
  }

  private Meat plain() {
    Design design = prepared.design;
    return new VarianceEstimator(
            design,
            SmallSample.NONE,
            new ParameterCount(SmallSample.NONE, prepared.absorber, design.weights()),
            () -> new double[0])
        .meat(spec);
  }
}
