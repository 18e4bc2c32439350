/** Stores and warehouses that open near care homes. */
@NullMarked
package careworkforce.pipelines.silver.exposures.retail;

import org.jspecify.annotations.NullMarked;
