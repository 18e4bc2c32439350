/** Months, sets of months, and spells made of them. */
@NullMarked
package careworkforce.common.time;

import org.jspecify.annotations.NullMarked;
