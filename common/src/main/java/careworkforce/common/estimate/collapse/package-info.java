/**
 * Rows alike in regressors, effects, clusters, instruments and offset as one cell with the sums of
 * the outcome that a fit needs.
 */
@NullMarked
package careworkforce.common.estimate.collapse;

import org.jspecify.annotations.NullMarked;
