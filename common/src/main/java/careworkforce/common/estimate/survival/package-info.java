/**
 * Time to events and movement between states: curves, transition matrices and intensities.
 *
 * <p>Ready for studies to come, 01, 02, 04 and 05 of the programme: no job of today's and no option
 * of the command {@code estimate} calls them.
 */
@NullMarked
package careworkforce.common.estimate.survival;

import org.jspecify.annotations.NullMarked;
