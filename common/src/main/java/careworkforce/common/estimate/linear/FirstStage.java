package careworkforce.common.estimate.linear;

import careworkforce.common.estimate.Coefficient;
import java.util.List;

/**
 * Evidence on the instruments of one endogenous regressor. What would invert a variance that is
 * singular or has negative eigenvalues is NaN. Where the fit's variance is HC2 or HC3, which
 * correct for the leverage of its own regressors, that of the first stage is HC1, and the fit's
 * notes say so.
 *
 * @param endogenous the regressor
 * @param f F of the excluded instruments under equal variances
 * @param robustF the same under the fit's variance
 * @param partialR2 share of the regressor, net of exogenous regressors and effects, that they
 *     explain
 * @param kleibergenPaapF rank statistic of the whole first stage as an F (Kleibergen and Paap 2006)
 * @param effectiveF Montiel Olea and Pflueger's (2013) F
 * @param effectiveCritical its 5 % critical value for a worst-case bias of 10 %
 * @param coefficients of the excluded instruments, under the fit's variance
 */
public record FirstStage(
    String endogenous,
    double f,
    double robustF,
    double partialR2,
    double kleibergenPaapF,
    double effectiveF,
    double effectiveCritical,
    List<Coefficient> coefficients) {}
