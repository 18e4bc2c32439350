/** Designs that others benchmark on, timed. */
@NullMarked
package careworkforce.common.estimate.bench;

import org.jspecify.annotations.NullMarked;
