package careworkforce.common.estimate.linear;

/**
 * What evidence on instruments needs beside moments and scores.
 *
 * @param factor of a variance with N and K, K counting exogenous regressors, instruments and
 *     effects
 * @param degrees of freedom of F's denominator under the fit's variance
 * @param residualDegrees rows less all parameters of a first stage
 * @param equalVariances whether the fit's variance is one for all rows
 * @param level of confidence sets
 */
public record StageInference(
    double factor, double degrees, double residualDegrees, boolean equalVariances, double level) {}
