/** Death registrations of the Office for National Statistics, linked to hospital records. */
@NullMarked
package careworkforce.pipelines.bronze.onsdeaths;

import org.jspecify.annotations.NullMarked;
