/** Emergency admissions to hospital. */
@NullMarked
package careworkforce.pipelines.silver.outcomes.admissions;

import org.jspecify.annotations.NullMarked;
