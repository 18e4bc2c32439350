package careworkforce.common.estimate.linear;

import java.util.List;

/**
 * First stages and reduced form of an instrumented model, all columns net of exogenous regressors
 * and effects, weights in them. Evidence on the instruments follows from these sums and from {@link
 * StageScores}, wherever the rows are.
 *
 * @param endogenous names of the instrumented regressors, k
 * @param instruments names of the excluded instruments, l
 * @param squares inner products of the instruments, l by l
 * @param inverse of them
 * @param first first-stage coefficients, one array of l for each endogenous regressor
 * @param reduced coefficients of the outcome on the instruments
 * @param residuals inner products of what the instruments leave of the outcome and of each
 *     endogenous regressor, in that order, 1 + k by 1 + k
 */
public record StageMoments(
    List<String> endogenous,
    List<String> instruments,
    double[][] squares,
    double[][] inverse,
    double[][] first,
    double[] reduced,
    double[][] residuals) {

  /** Inner products of the instruments and the endogenous regressors, l by k. */
  double[][] withEndogenous() {
    return Small.multiply(squares, Small.transpose(first));
  }

  /** Inner products of the instruments and the outcome. */
  double[] withOutcome() {
    return Small.multiply(squares, reduced);
  }

  /** Two-stage least squares coefficients of the endogenous regressors. */
  double[] twoStage() {
    return weightedBy(inverse);
  }

  /** Coefficients that make the instruments' moments least under a weight. */
  double[] weightedBy(double[][] weight) {
    double[][] zd = withEndogenous();
    double[][] dz = Small.multiply(Small.transpose(zd), weight);
    return Small.multiply(Small.inverse(Small.multiply(dz, zd)), Small.multiply(dz, withOutcome()));
  }

  /** Inner products of the first stages' residuals, k by k. */
  double[][] unexplained() {
    return Small.part(residuals, 1, residuals.length);
  }
}
