/** Differences between groups, split into what explains them; rates made comparable. */
@NullMarked
package careworkforce.common.estimate.decompose;

import org.jspecify.annotations.NullMarked;
