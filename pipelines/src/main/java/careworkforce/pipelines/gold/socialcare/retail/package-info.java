/** Whether retail jobs nearby draw staff from care homes. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.retail;

import org.jspecify.annotations.NullMarked;
