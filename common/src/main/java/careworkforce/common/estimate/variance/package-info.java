/** Variance matrices and the small-sample conventions of other software. */
@NullMarked
package careworkforce.common.estimate.variance;

import org.jspecify.annotations.NullMarked;
