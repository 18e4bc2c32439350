/** What the world does to a run: what may pass by itself, and what a person has to mend. */
@NullMarked
package careworkforce.common.fault;

import org.jspecify.annotations.NullMarked;
