/** Models fitted where Spark keeps the rows: sums come to the driver, rows never do. */
@NullMarked
package careworkforce.common.estimate.distributed;

import org.jspecify.annotations.NullMarked;
