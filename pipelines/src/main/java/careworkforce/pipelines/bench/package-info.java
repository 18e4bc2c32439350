/** What benchmarks of the pipelines share. */
@NullMarked
package careworkforce.pipelines.bench;

import org.jspecify.annotations.NullMarked;
