/** How many leave social care for which job. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.destinations;

import org.jspecify.annotations.NullMarked;
