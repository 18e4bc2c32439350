/** Many hypotheses at once: p-values that count how many were tested. */
@NullMarked
package careworkforce.common.estimate.multiple;

import org.jspecify.annotations.NullMarked;
