/** Where residents of each area work. */
@NullMarked
package careworkforce.pipelines.bronze.commuting;

import org.jspecify.annotations.NullMarked;
