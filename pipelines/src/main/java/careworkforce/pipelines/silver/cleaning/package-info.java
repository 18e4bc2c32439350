/** The rules by which published studies clean the Adult Social Care Workforce Data Set. */
@NullMarked
package careworkforce.pipelines.silver.cleaning;

import org.jspecify.annotations.NullMarked;
