package careworkforce.common.estimate.linear;

/**
 * Test that the instruments agree: Hansen's J, or Sargan's statistic under equal variances.
 *
 * @param name which of the two
 * @param statistic chi-squared under the null; NaN where the scores' variance cannot be inverted
 * @param pValue of it
 * @param degrees instruments beyond the endogenous regressors
 */
public record Overidentification(String name, double statistic, double pValue, int degrees) {}
