/** Where those who leave care work go: job-flow weights from the Labour Force Survey. */
@NullMarked
package careworkforce.pipelines.silver.destinations;

import org.jspecify.annotations.NullMarked;
