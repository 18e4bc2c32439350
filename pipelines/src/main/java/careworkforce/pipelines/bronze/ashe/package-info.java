/**
 * The Annual Survey of Hours and Earnings: pay by region and industry, and region and occupation.
 */
@NullMarked
package careworkforce.pipelines.bronze.ashe;

import org.jspecify.annotations.NullMarked;
