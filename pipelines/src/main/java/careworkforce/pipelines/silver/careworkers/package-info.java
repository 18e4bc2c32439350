/** Care workers and their employers from one extract of ASC-WDS to a later one. */
@NullMarked
package careworkforce.pipelines.silver.careworkers;

import org.jspecify.annotations.NullMarked;
