/** Months, spells and calendars. */
@NullMarked
package careworkforce.common.time;

import org.jspecify.annotations.NullMarked;
