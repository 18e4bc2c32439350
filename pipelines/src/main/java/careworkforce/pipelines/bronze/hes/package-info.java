/**
 * Hospital Episode Statistics: A&amp;E attendances and admitted patient care, in the columns NHS
 * England delivers.
 */
@NullMarked
package careworkforce.pipelines.bronze.hes;

import org.jspecify.annotations.NullMarked;
