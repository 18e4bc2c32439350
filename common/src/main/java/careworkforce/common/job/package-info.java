/** Jobs as pure functions, found by declaration, planned from what changed, and run one way. */
@NullMarked
package careworkforce.common.job;

import org.jspecify.annotations.NullMarked;
