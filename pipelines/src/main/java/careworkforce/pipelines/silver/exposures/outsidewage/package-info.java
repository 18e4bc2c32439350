/** What care workers could earn elsewhere, by area and month. */
@NullMarked
package careworkforce.pipelines.silver.exposures.outsidewage;

import org.jspecify.annotations.NullMarked;
