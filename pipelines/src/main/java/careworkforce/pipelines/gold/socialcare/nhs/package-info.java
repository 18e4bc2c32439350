/** Whether NHS jobs nearby draw staff from care homes. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.nhs;

import org.jspecify.annotations.NullMarked;
