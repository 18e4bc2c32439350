package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.linear.Small;
import careworkforce.common.estimate.linear.StageInference;
import careworkforce.common.estimate.linear.StageMoments;
import careworkforce.common.estimate.linear.StageScores;
import careworkforce.common.estimate.variance.SmallSample;
import careworkforce.common.estimate.variance.VarianceEstimator;
import careworkforce.common.estimate.variance.VarianceSpec;
import java.util.Arrays;
import java.util.List;

/**
 * First stages and reduced form from the second pass's sums. Scores of the instruments are summed
 * with each residual apart; the meat of a combination of residuals follows, since it is quadratic
 * in it.
 */
final class StageSums implements StageScores {
  private final LinearPass pass;
  private final VarianceSpec spec;
  private final Places places;
  private final ScoreSums sums;
  private final double[][] squares;
  private final double[][] residuals;
  private final double[][] meat;

  /**
   * Where the second pass keeps what this needs.
   *
   * @param instruments columns of the instruments, net
   * @param residuals columns of the outcome's residual, each first stage's, and the model's by
   *     two-stage least squares
   * @param scores first score of the instruments with the first residual; those with the next
   *     follow
   */
  record Places(int[] instruments, int[] residuals, int scores) {}

  /**
   * Adds the columns and scores.
   *
   * @param structural column of the two-stage least squares residual, or -1 to add one
   */
  static Places add(ScoreColumns columns, MomentStages stages, int structural) {
    int[] instruments = columns.add(stages.netInstruments());
    int[] stage = columns.add(stages.residuals());
    int[] residuals = Arrays.copyOf(stage, stage.length + 1);
    residuals[stage.length] =
        structural >= 0
            ? structural
            : columns.add(stages.residual(stages.slopes(stages.design(1))));
    int scores = columns.scoreCount();
    for (int residual : residuals) {
      columns.scores(instruments, residual);
    }
    return new Places(instruments, residuals, scores);
  }

  StageSums(LinearPass pass, ScoreSums sums, Places places) {
    this.pass = pass;
    this.spec = pass.model.options.variance();
    this.sums = sums;
    this.places = places;
    this.squares = Small.part(sums.gram, places.instruments, places.instruments);
    this.residuals = Small.part(sums.gram, places.residuals, places.residuals);
    this.meat = pass.model.meat(pass.model.options.smallSample(), sums);
  }

  /** Moments, first stages as the first pass gave them brought up to the second's. */
  StageMoments moments(List<String> endogenous, List<String> instruments, MomentStages stages) {
    double[][] inverse = LeastSquaresFit.bread(squares);
    double[][] combinations = stages.residuals();
    double[][] slopes = new double[combinations.length][];
    for (int c = 0; c < slopes.length; c++) {
      double[] left = Small.column(sums.gram, places.instruments, places.residuals[c]);
      slopes[c] = Small.multiply(inverse, left);
      double[] first = stages.onInstruments(combinations[c]);
      for (int z = 0; z < first.length; z++) {
        slopes[c][z] += first[z];
      }
    }
    return new StageMoments(
        endogenous,
        instruments,
        squares,
        inverse,
        Arrays.copyOfRange(slopes, 1, slopes.length),
        slopes[0],
        Small.part(residuals, 0, slopes.length));
  }

  StageInference inference(int coefficients) {
    DistributedEstimate model = pass.model;
    VarianceEstimator variance = model.estimator(model.options.smallSample());
    int parameters = model.parameters(spec, coefficients, pass.reduction.rank());
    int plain = model.parameters(new VarianceSpec.Iid(), coefficients, pass.reduction.rank());
    return new StageInference(
        variance.factor(spec, parameters),
        variance.degrees(spec, parameters),
        pass.reduction.moments().rows() - plain,
        spec instanceof VarianceSpec.Iid,
        model.options.level());
  }

  @Override
  public double[][] meat(double[] combination) {
    return meat(meat, Arrays.copyOf(combination, residuals.length));
  }

  @Override
  public double[][] structural() {
    double[] last = new double[residuals.length];
    last[last.length - 1] = 1;
    return meat(pass.model.meat(SmallSample.NONE, sums), last);
  }

  private double[][] meat(double[][] whole, double[] combination) {
    int l = squares.length;
    double[][] total = new double[l][l];
    double square = 0;
    for (int a = 0; a < combination.length; a++) {
      for (int b = 0; b < combination.length; b++) {
        double factor = combination[a] * combination[b];
        square += factor * residuals[a][b];
        if (factor != 0 && !(spec instanceof VarianceSpec.Iid)) {
          total = Small.add(total, part(whole, a, b), 1, factor);
        }
      }
    }
    return spec instanceof VarianceSpec.Iid
        ? Small.scale(squares, square / pass.reduction.moments().rows())
        : total;
  }

  /** Meat between the scores with two residuals. */
  private double[][] part(double[][] whole, int left, int right) {
    int l = squares.length;
    double[][] part = new double[l][l];
    for (int i = 0; i < l; i++) {
      for (int j = 0; j < l; j++) {
        part[i][j] = whole[places.scores + left * l + i][places.scores + right * l + j];
      }
    }
    return part;
  }
}
