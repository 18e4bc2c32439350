/** Timing of the careers tables at a set size, beside DuckDB on the same files. */
@NullMarked
package careworkforce.pipelines.bench.careers;

import org.jspecify.annotations.NullMarked;
