/** Deaths of service users as providers notify them to the Care Quality Commission. */
@NullMarked
package careworkforce.pipelines.bronze.cqcdeaths;

import org.jspecify.annotations.NullMarked;
