/** Wages outside social care by travel-to-work area and month. */
@NullMarked
package careworkforce.pipelines.bronze.outsidewages;

import org.jspecify.annotations.NullMarked;
