/** Jobs and businesses by industry and local authority, from Nomis. */
@NullMarked
package careworkforce.pipelines.bronze.bres;

import org.jspecify.annotations.NullMarked;
