package careworkforce.common.estimate.linear;

/** Variances of the instruments' scores under a fit's kind of variance, l by l. */
public interface StageScores {
  /**
   * Meat of the instruments times a combination of the residuals of {@link StageMoments}, cluster
   * factors included.
   *
   * @param combination one factor for the outcome's residual and one for each first stage's
   */
  double[][] meat(double[] combination);

  /** Meat of the instruments times the two-stage least squares residual, no factors in it. */
  double[][] structural();
}
