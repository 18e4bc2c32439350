/**
 * Matrix arithmetic, and the least squares that shift-share inference works on; models for readers
 * are fitted in {@link careworkforce.common.estimate.linear}.
 */
@NullMarked
package careworkforce.common.estimate.dense;

import org.jspecify.annotations.NullMarked;
