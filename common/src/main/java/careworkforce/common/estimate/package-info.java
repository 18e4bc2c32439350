/**
 * Estimation that knows nothing of this programme: one formula, one call, numbers that agree with
 * fixest and reghdfe.
 */
@NullMarked
package careworkforce.common.estimate;

import org.jspecify.annotations.NullMarked;
