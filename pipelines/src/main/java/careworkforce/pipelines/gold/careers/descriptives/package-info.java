/**
 * Careers described: counts and rates by year, occupation and breakdown, all from careers cut into
 * years, each with what it is a share of and a 95% interval.
 */
@NullMarked
package careworkforce.pipelines.gold.careers.descriptives;

import org.jspecify.annotations.NullMarked;
