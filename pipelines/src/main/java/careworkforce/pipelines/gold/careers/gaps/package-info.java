/** Pay gaps, diversity, and what equal rates of moving would change (03.20, 03.21). */
@NullMarked
package careworkforce.pipelines.gold.careers.gaps;

import org.jspecify.annotations.NullMarked;
