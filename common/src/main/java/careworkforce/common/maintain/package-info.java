/** Keeping a lake in good order: compaction, removal of old files, erasure of a person. */
@NullMarked
package careworkforce.common.maintain;

import org.jspecify.annotations.NullMarked;
