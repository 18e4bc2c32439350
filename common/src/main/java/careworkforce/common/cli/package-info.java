/** Commands every application by contract has. */
@NullMarked
package careworkforce.common.cli;

import org.jspecify.annotations.NullMarked;
