/** Median house prices by local authority (ONS HPSSA). */
@NullMarked
package careworkforce.pipelines.bronze.houseprices;

import org.jspecify.annotations.NullMarked;
