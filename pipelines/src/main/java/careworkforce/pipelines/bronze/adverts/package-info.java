/** Online job adverts, and the jobs of an area that they are set against. */
@NullMarked
package careworkforce.pipelines.bronze.adverts;

import org.jspecify.annotations.NullMarked;
