/** Small tables of our own that panels stand on: occupation groups and organisation successors. */
@NullMarked
package careworkforce.pipelines.silver.reference;

import org.jspecify.annotations.NullMarked;
