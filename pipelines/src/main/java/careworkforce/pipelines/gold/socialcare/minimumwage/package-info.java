/** What follows where the minimum wage bites. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.minimumwage;

import org.jspecify.annotations.NullMarked;
