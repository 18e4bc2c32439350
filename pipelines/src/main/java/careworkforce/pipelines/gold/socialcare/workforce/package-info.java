/** Pay, growth and reporting of care employers, and what goes with them (methods 2.6). */
@NullMarked
package careworkforce.pipelines.gold.socialcare.workforce;

import org.jspecify.annotations.NullMarked;
