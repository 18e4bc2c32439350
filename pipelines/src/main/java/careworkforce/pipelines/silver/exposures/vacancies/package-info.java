/** Job adverts outside care around care homes. */
@NullMarked
package careworkforce.pipelines.silver.exposures.vacancies;

import org.jspecify.annotations.NullMarked;
