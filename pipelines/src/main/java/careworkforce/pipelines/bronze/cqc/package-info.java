/** The Care Quality Commission: its directory of locations and its ratings. */
@NullMarked
package careworkforce.pipelines.bronze.cqc;

import org.jspecify.annotations.NullMarked;
