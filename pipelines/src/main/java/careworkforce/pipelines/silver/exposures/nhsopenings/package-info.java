/** Openings of NHS support jobs around care homes. */
@NullMarked
package careworkforce.pipelines.silver.exposures.nhsopenings;

import org.jspecify.annotations.NullMarked;
