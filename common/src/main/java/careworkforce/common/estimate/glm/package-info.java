/** Poisson pseudo-likelihood, logit, probit and complementary log-log with absorbed effects. */
@NullMarked
package careworkforce.common.estimate.glm;

import org.jspecify.annotations.NullMarked;
