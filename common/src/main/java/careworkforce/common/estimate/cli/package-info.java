/** Estimation from the shell. */
@NullMarked
package careworkforce.common.estimate.cli;

import org.jspecify.annotations.NullMarked;
