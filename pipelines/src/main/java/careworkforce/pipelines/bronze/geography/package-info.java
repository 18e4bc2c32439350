/** Areas and organisations: LSOA to authority, authority codes, travel-to-work areas, trusts. */
@NullMarked
package careworkforce.pipelines.bronze.geography;

import org.jspecify.annotations.NullMarked;
