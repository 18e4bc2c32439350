/** Careers across NHS occupations (programme 03): who moves, from where to where, and how often. */
@NullMarked
package careworkforce.pipelines.gold.careers;

import org.jspecify.annotations.NullMarked;
