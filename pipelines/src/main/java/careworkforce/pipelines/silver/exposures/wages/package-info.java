/** What other industries pay where care staff could go: shares, shocks, and their index. */
@NullMarked
package careworkforce.pipelines.silver.exposures.wages;

import org.jspecify.annotations.NullMarked;
