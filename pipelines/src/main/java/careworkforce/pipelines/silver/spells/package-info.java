/** Spells of work and absence, and the moves between them. */
@NullMarked
package careworkforce.pipelines.silver.spells;

import org.jspecify.annotations.NullMarked;
