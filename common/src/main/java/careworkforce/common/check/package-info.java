/** All of a table's checks in one pass. */
@NullMarked
package careworkforce.common.check;

import org.jspecify.annotations.NullMarked;
