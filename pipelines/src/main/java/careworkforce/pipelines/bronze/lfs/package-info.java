/** The Labour Force Survey's longitudinal files of two and of five quarters. */
@NullMarked
package careworkforce.pipelines.bronze.lfs;

import org.jspecify.annotations.NullMarked;
