/** Careers in the NHS a year at a time: who somebody is in September, and what becomes of them. */
@NullMarked
package careworkforce.pipelines.silver.careers;

import org.jspecify.annotations.NullMarked;
