/** The Adult Social Care Workforce Data Set: workplaces, workers and leavers. */
@NullMarked
package careworkforce.pipelines.bronze.ascwds;

import org.jspecify.annotations.NullMarked;
