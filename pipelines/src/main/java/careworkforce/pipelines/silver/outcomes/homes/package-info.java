/** Outcomes of care homes by month. */
@NullMarked
package careworkforce.pipelines.silver.outcomes.homes;

import org.jspecify.annotations.NullMarked;
