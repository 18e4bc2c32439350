/** National Minimum Wage and National Living Wage. */
@NullMarked
package careworkforce.pipelines.bronze.minimumwage;

import org.jspecify.annotations.NullMarked;
