/** Least squares, instruments, absorbed effects and sandwiches on columns held in memory. */
@NullMarked
package careworkforce.common.estimate.dense;

import org.jspecify.annotations.NullMarked;
