/** NHS sickness absence rates by organisation, as NHS England publishes them. */
@NullMarked
package careworkforce.pipelines.bronze.sickness;

import org.jspecify.annotations.NullMarked;
