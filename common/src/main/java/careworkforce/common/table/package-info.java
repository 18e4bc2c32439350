/**
 * A table's contract: its grain, key, typed and documented columns, checks, sensitivity, and the
 * requirements it serves.
 */
@NullMarked
package careworkforce.common.table;

import org.jspecify.annotations.NullMarked;
