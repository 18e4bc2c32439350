/** Time to events and movement between states: curves, transition matrices and intensities. */
@NullMarked
package careworkforce.common.estimate.survival;

import org.jspecify.annotations.NullMarked;
