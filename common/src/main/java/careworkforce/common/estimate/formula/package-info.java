/** The formula grammar of fixest: outcomes, regressors, absorbed effects, instruments. */
@NullMarked
package careworkforce.common.estimate.formula;

import org.jspecify.annotations.NullMarked;
