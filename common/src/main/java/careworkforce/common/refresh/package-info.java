/** The night: what changed is taken in, judged as a whole, and kept or taken back as a whole. */
@NullMarked
package careworkforce.common.refresh;

import org.jspecify.annotations.NullMarked;
