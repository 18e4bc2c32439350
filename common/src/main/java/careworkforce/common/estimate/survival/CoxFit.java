package careworkforce.common.estimate.survival;

import careworkforce.common.estimate.Fit;

/**
 * A fitted proportional hazards regression.
 *
 * @param fit log hazard ratios with their variance; prints and tabulates as any fit
 * @param nullLogLikelihood partial log likelihood with all coefficients 0
 * @param events number of spells that end with the event
 */
public record CoxFit(Fit fit, double nullLogLikelihood, int events) {}
