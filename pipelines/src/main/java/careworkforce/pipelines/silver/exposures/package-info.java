/** What areas are exposed to, a folder each: openings, wages elsewhere, prices, minimum wages. */
@NullMarked
package careworkforce.pipelines.silver.exposures;

import org.jspecify.annotations.NullMarked;
