/**
 * What follows moves, leave and sickness: pay, hours, place, staying and progression (03.17-03.27).
 */
@NullMarked
package careworkforce.pipelines.gold.careers.consequences;

import org.jspecify.annotations.NullMarked;
