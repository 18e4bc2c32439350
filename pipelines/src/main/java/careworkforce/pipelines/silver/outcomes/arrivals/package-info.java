/** Arrivals at accident and emergency. */
@NullMarked
package careworkforce.pipelines.silver.outcomes.arrivals;

import org.jspecify.annotations.NullMarked;
