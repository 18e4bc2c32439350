/** Deaths of care home residents under three definitions. */
@NullMarked
package careworkforce.pipelines.silver.outcomes.mortality;

import org.jspecify.annotations.NullMarked;
