/** House prices around NHS trusts. */
@NullMarked
package careworkforce.pipelines.silver.exposures.houseprice;

import org.jspecify.annotations.NullMarked;
