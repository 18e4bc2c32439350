package careworkforce.common.estimate.distributed;

import careworkforce.common.estimate.linear.Small;

/**
 * What a linear model asks of the second pass, by position among the pass's columns.
 *
 * @param columns all that are asked for
 * @param outcome less the effects
 * @param regressors that the slopes multiply
 * @param design columns whose products with the residual are the scores
 * @param residual at the slopes that the first pass gave
 * @param scores position of the design's first score
 * @param slopes that the first pass gave
 */
record AskedColumns(
    ScoreColumns columns,
    int outcome,
    int[] regressors,
    int[] design,
    int residual,
    int scores,
    double[] slopes) {

  /**
   * Asks for combinations of the residualised columns, outcome first among these.
   *
   * @param design itself the regressors for least squares
   */
  static AskedColumns of(
      double[][] regressors, double[][] design, double[] residual, double[] slopes) {
    ScoreColumns columns = new ScoreColumns(residual.length);
    int outcome = columns.add(ScoreColumns.unit(residual.length, 0));
    int[] right = columns.add(regressors);
    int[] along = design == regressors ? right : columns.add(design);
    int left = columns.add(residual);
    return new AskedColumns(
        columns, outcome, right, along, left, columns.scores(along, left), slopes);
  }

  /** Inner products of the design. */
  double[][] squares(ScoreSums sums) {
    return Small.part(sums.gram, design, design);
  }

  /** The step by which slopes move to make the design's products with the residual nothing. */
  double[] step(ScoreSums sums, double[][] bread) {
    return Small.multiply(bread, Small.column(sums.gram, design, residual));
  }

  /** Residual squares after that step. */
  double rss(ScoreSums sums, double[] step) {
    double rss = sums.gram[residual][residual];
    double[] along = Small.column(sums.gram, regressors, residual);
    double[] moved = Small.multiply(Small.part(sums.gram, regressors, regressors), step);
    for (int c = 0; c < step.length; c++) {
      rss += step[c] * (moved[c] - 2 * along[c]);
    }
    return rss;
  }

  /** The slopes after that step. */
  double[] moved(double[] step) {
    double[] moved = slopes.clone();
    for (int c = 0; c < moved.length; c++) {
      moved[c] += step[c];
    }
    return moved;
  }
}
