/** What went wrong, said to a person: what, why, and how to mend it. */
@NullMarked
package careworkforce.common.error;

import org.jspecify.annotations.NullMarked;
