package careworkforce.common.estimate.linear;

import java.util.List;

/**
 * A linear model solved on prepared columns.
 *
 * @param names of the coefficients
 * @param means taken off their columns
 * @param coefficients on the centred columns
 * @param regressors columns the coefficients multiply
 * @param design columns whose products with the residuals are the scores; the regressors themselves
 *     for least squares, their projections for instruments
 * @param residuals outcome less regressors times coefficients
 * @param bread inverse of design'regressors
 * @param dropped regressors and instruments left out as collinear
 */
record Solved(
    List<String> names,
    List<Double> means,
    double[] coefficients,
    double[][] regressors,
    double[][] design,
    double[] residuals,
    double[][] bread,
    List<Dropped> dropped) {}
