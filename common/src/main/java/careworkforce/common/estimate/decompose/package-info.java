/**
 * Differences between groups, split into what explains them; rates made comparable, which {@link
 * careworkforce.common.estimate.decompose.DirectStandardisation} does and no job of today's asks
 * for.
 */
@NullMarked
package careworkforce.common.estimate.decompose;

import org.jspecify.annotations.NullMarked;
