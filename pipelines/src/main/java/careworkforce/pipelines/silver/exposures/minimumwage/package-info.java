/** How far the statutory pay floor reaches into what establishments pay. */
@NullMarked
package careworkforce.pipelines.silver.exposures.minimumwage;

import org.jspecify.annotations.NullMarked;
